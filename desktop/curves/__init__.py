"""How losses and scores go from epoch to epoch, of one run or of several."""
