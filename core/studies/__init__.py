"""Studies: several runs that answer a question, beside what others have published. Imports no torch."""

from core.studies.published import Column, Published, Row, find_published, list_published, read_published

__all__ = ["Column", "Published", "Row", "find_published", "list_published", "read_published"]
