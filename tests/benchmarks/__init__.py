"""What is said of speed can be measured."""
