"""Who was taken for whom, to look at and to listen to."""
