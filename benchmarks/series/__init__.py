"""What is measured: each module runs one series of races and gives rows."""
