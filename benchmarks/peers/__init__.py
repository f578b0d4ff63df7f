"""The other tools: how each is found, written for and asked; one module a tool."""
