"""What people write under “approved”, in the ways that leave no doubt."""

import unicodedata
from typing import Literal

_YES = (
    "yes, y, true, ✓, ✔, ☑, ✅, "
    "نعم, صحيح, صواب, হ্যাঁ, হাঁ, জি, সত্য, ie, ydy, ydw, gwir, sí, si, verdadero, oui, vrai, हाँ, हां, "
    "जी हाँ, जी हां, सत्य, सही, ਹਾਂ, ਹਾਂ ਜੀ, ਸਹੀ, ਸੱਚ, tak, prawda, sim, verdadeiro, da, adevărat, "
    "adevarat, haa, "
    "так, істина, правда, ہاں, جی ہاں, درست, صحیح, 是, 是的, 对, 真"
)
_NO = (
    "no, n, false, لا, خطأ, না, মিথ্যা, nage, nac ydy, nac ydw, ffug, anwir, falso, non, faux, नहीं, "
    "असत्य, गलत, ग़लत, ਨਹੀਂ, ਗਲਤ, ਗ਼ਲਤ, ਝੂਠ, nie, fałsz, não, nao, nu, fals, maya, ні, хибність, "
    "неправда, نہیں, جی نہیں, غلط, 否, 不, 不是, 不对, 假"
)
"""In English and in the languages of our leaflets, and as spreadsheet programs write true.

What means yes in one language and no in another, or both in one (“na”, “ne”), is in neither.
"""

Answer = Literal["yes", "no", ""]


def answer_of(said: str) -> Answer | None:
    """Yes, no, or nothing; None for whatever may be either.

    A cross is a tick on some forms and the contrary on others, and so is a number.
    """
    word = _bare(said)
    if not word:
        return ""
    return "yes" if word in _WORDS["yes"] else "no" if word in _WORDS["no"] else None


def _bare(said: str) -> str:
    """A word without marks of direction and of vowels, blanks and capitals.

    The signs of India that Unicode counts with those marks are letters, and stay.
    """
    seen = "".join(one for one in said if not _is_mark(one))
    word = unicodedata.normalize("NFC", seen).strip().removeprefix("'").casefold()
    return " ".join(word.split())


def _is_mark(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind == "Cf" or (kind == "Mn" and not "\u0900" <= char <= "\u0dff")


_WORDS = {
    answer: frozenset(_bare(one) for one in listed.split(","))
    for answer, listed in (("yes", _YES), ("no", _NO))
}
