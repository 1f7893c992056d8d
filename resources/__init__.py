"""Icons, colour themes, recipes, published tables: files that the program reads but never writes."""
