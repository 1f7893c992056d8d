"""Maps: two dimensions of many, how far they can be believed, and what moved between two of them."""
