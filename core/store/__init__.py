"""What lasts: one collection's database, its vectors and its files."""

from core.store.collection import Collection, create_collection, open_collection
from core.store.database import Database
from core.store.vectors import Vectors, VectorStore

__all__ = ["Collection", "Database", "VectorStore", "Vectors", "create_collection", "open_collection"]
