"""The rules of the audit, one small module each; ``registry`` finds them all."""
