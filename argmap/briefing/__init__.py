"""What an examiner wants to read first: the audit of an argument in prose and tables."""
