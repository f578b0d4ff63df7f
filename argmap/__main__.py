"""Lets ``python -m argmap`` run the command line."""

from argmap.cli import main

main()
