"""A short form in capitals, such as MRI or HER2, is in the translation too, or written out."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.numerals import ascii_digits
from pipeline.outcome import Outcome

_SHORT = re.compile(r"(?<![\w&/.-])([A-Z](?:[A-Z0-9]|[/-](?=\d)){1,11})s?(?![\w/-])")
_CAPITALS = (
    "ALL AM AN AND ANY ARE AS AT BE BUT BY CAN DO EVER FOR GO HAS HOW I IF IN IS IT ITS ME MUST MY "
    "NEVER NEW NO NOT OF OFF OK ON ONLY OR OUR OUT PM SO STOP THE THIS TO TOO UP US USA UK WE WHAT "
    "WHEN WHO WHY WILL WITH YES YOU YOUR BC AD CE BCE"
)
_ORDINARY = frozenset(_CAPITALS.split())
"""Words that are written in capitals to stress them, and short forms that languages translate."""

_SAME = {
    "AIDS": ("SIDA", "СНІД", "СПИД"),
    "DNA": ("ADN", "DNS", "ДНК"),
    "GB": ("GO", "ГБ"),
    "HIV": ("VIH", "ВІЛ", "ВИЧ"),
    "KB": ("KO", "КБ"),
    "MB": ("MO", "МБ"),
    "MRI": ("IRM", "RMN", "МРТ"),  # noqa: RUF001  Cyrillic is meant
}
"""What other languages write for the same, in capitals."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look for each short form of the source; one with letters and digits is a name, and stays."""
    voice = Voice("short-forms", "", circumstances.locale, circumstances.leaflet, who="translator")
    found = [(pair, forms) for pair in pairs(catalogue) if (forms := _short_forms(pair.msgid))]
    doubts = []
    failed = 0
    for pair, forms in found:
        given = ascii_digits(running(pair.msgstr)).upper()
        lost = [one for one in forms if not _is_there(one, given)]
        names = [one for one in lost if re.search(r"\d", one) and not _has_digits(one, given)]
        said = f"The source says {', '.join(lost)}. Keep it, or write it out."
        if names and pair.msgid != pair.msgstr:
            failed += 1
            yield voice.say("failed", said, pair.message.place, pair.message.msgid)
        elif lost:
            doubts.append((float(len(lost)), said, pair.message))
    yield from sparingly(doubts, len(pairs(catalogue)), voice, catalogue)
    if not found:
        said = "No source text has a short form in capitals."
        yield voice.say("inapplicable", said, catalogue.place)
    elif not doubts and not failed:
        yield voice.say("passed", f"Messages compared: {len(found)}.", catalogue.place)


def _short_forms(msgid: str) -> list[str]:
    """The short forms of a text; none where all of it is in capitals."""
    text = running(msgid)
    if not re.search(r"[a-z]", text):
        return []
    return [one for one in dict.fromkeys(_SHORT.findall(text)) if one not in _ORDINARY]


def _is_there(form: str, given: str) -> bool:
    """Whether a text in capitals has a short form, or what its language writes for it."""
    words = set(re.findall(r"\w+", given))
    return form in given or any(one in words for one in _SAME.get(form, ()))


def _has_digits(name: str, given: str) -> bool:
    """Whether every number of a name stands in the translation, so that it may be written out."""
    return all(one in given for one in re.findall(r"\d+", name))


CHECK = Check("short-forms", "Short forms of the source are not lost.", "", Catalogue, run)
