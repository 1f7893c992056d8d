"""Labels in bulk: set, added, removed, renamed, merged, with what will happen said before."""
