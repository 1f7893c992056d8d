"""Finding by words, above the map and in the query bar."""
