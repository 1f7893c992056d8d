"""Icons, colour themes and other files that the program reads but never writes."""
