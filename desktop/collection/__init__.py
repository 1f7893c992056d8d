"""The page of an open collection, and the dialogs that make and save one."""
