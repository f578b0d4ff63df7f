"""Runs commands one at a time, each in its own process, and takes their time and memory."""
