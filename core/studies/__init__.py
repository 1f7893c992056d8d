"""Studies: several runs that answer a question, beside what others have published. Imports no torch."""

from core.studies.book import StudyInfo, list_begun
from core.studies.findings import Findings
from core.studies.published import Column, Published, Row, find_published, list_published, read_published
from core.studies.request import StudyRequest, StudyResult
from core.studies.study import Study, find_study, list_studies, read_study, write_study

__all__ = [
    "Column",
    "Findings",
    "Published",
    "Row",
    "Study",
    "StudyInfo",
    "StudyRequest",
    "StudyResult",
    "find_published",
    "find_study",
    "list_begun",
    "list_published",
    "list_studies",
    "read_published",
    "read_study",
    "write_study",
]
