"""The records of an argument, and the words they are written in.

Knows no file, no terminal and no drawing; everything above imports it.
"""
