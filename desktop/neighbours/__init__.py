"""What is near what, and where two tracks match."""
