"""What people write under “approved”, in the ways that leave no doubt."""

import unicodedata
from typing import Literal

_YES = frozenset({"yes", "y", "true", "✓", "✔", "☑", "✅", "tak", "prawda", "نعم"})
_NO = frozenset({"no", "n", "false", "nie", "fałsz", "لا"})
"""In English and in the languages of our leaflets, and as spreadsheet programs write true."""

Answer = Literal["yes", "no", ""]


def answer_of(said: str) -> Answer | None:
    """Yes, no, or nothing; None for whatever may be either.

    A cross is a tick on some forms and the contrary on others, and so is a number.
    """
    seen = "".join(x for x in said if unicodedata.category(x) not in {"Cf", "Mn"})
    word = unicodedata.normalize("NFC", seen).strip().removeprefix("'").casefold()
    if not word:
        return ""
    return "yes" if word in _YES else "no" if word in _NO else None
