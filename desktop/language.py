"""Which language the window speaks: its texts, Qt's own, and how numbers are written."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core import places
from desktop import words

Code = Literal["en", "de"]
CODES: dict[str, Code] = {"english": "en", "german": "de"}
LANGUAGES = {QLocale.Language.German: "de"}


def code_of(choice: str) -> Code:
    """Of a preference; as the system has it, where nothing else is chosen and we speak that."""
    return CODES.get(choice) or cast("Code", LANGUAGES.get(QLocale.system().language(), "en"))


def speak(app: QCoreApplication, choice: str) -> Code:
    """Call it before the first widget is made: texts are asked for once."""
    code = code_of(choice)
    quiet(app)
    words.write_numbers_as(code)
    if code != "en":
        QLocale.setDefault(QLocale(code))
        _install(app, f"soundings_{code}", str(places.resource("translations")))
        _install(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return code


def quiet(app: QCoreApplication) -> None:
    """Take back what `speak` did."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    words.write_numbers_as("en")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
