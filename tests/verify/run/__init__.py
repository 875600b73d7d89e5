"""What holds it all true."""
