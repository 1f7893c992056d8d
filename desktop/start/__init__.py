"""The start page: begin, recent collections, what works on this computer."""
