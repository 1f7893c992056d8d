"""Jobs on screen: one strip at the bottom, one pane with all of them."""
