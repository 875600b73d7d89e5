"""What is recorded, read and written."""
