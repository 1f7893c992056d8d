"""The dialog in which a run is put together and started."""
