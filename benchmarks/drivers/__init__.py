"""Small scripts that run in a process of their own, some by the Python of another tool."""
