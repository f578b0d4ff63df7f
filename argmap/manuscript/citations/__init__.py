"""What the notes of a manuscript cite, and what its bibliography lists."""
