"""A date of a translation is in the month of its source."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs
from pipeline.checks._voice import Voice
from pipeline.locale import is_tag, locale_of, months_in
from pipeline.markup import running
from pipeline.numerals import ascii_digits
from pipeline.outcome import Outcome

_ENGLISH = "january february march april may june july august september october november december"
_MONTHS = {name: number for number, name in enumerate(_ENGLISH.split(), start=1)}
_NAMES = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?({_NAMES})\b|\b({_NAMES}),? \d{{1,4}}\b", re.IGNORECASE
)
"""A month beside a day or a year: “may” alone is another word."""
_NUMERIC = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])(?!\d)")


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at each date of the source with the name of a month."""
    voice = Voice("dates", "", circumstances.locale, circumstances.leaflet, who="translator")
    dated = [(one, months) for one in pairs(catalogue) if (months := _source_months(one))]
    if not dated or not is_tag(circumstances.locale):
        said = "No date of the source names a month, or the language is not known."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    names = months_in(locale_of(circumstances.locale))
    found = 0
    for pair, months in dated:
        for month, other in _changed(months, running(pair.msgstr), names):
            found += 1
            said = f"The source says {month}, and here stands “{other}”. Write the same month."
            yield voice.say("failed", said, pair.message.place, pair.message.msgid)
    if not found:
        yield voice.say("passed", f"Messages compared: {len(dated)}.", catalogue.place)


def _source_months(pair: Pair) -> set[int]:
    text = running(pair.msgid)
    return {_MONTHS[(one[1] or one[2]).casefold()] for one in _DATE.finditer(text)}


def _changed(
    months: set[int], translation: str, names: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, str]]:
    """Months that are not there, in a word or in digits, each with a month that is there instead.

    A name counts with any ending, and is looked for as CLDR has it; in languages that decline it
    the last two letters may differ.
    """
    text = translation.casefold()
    here = {
        number: one
        for number, forms in enumerate(names, start=1)
        if (one := next((form for form in forms if _stands(form, text)), ""))
    }
    digits = {int(one) for one in _NUMERIC.findall(ascii_digits(translation))}
    missing = [one for one in sorted(months) if one not in here and one not in digits]
    strange = [name for number, name in here.items() if number not in months]
    english = list(_MONTHS)
    for month, other in zip(missing, strange, strict=False):
        yield english[month - 1].capitalize(), other


def _stands(name: str, text: str) -> bool:
    stem = name[: max(3, len(name) - 2)] if name.isalpha() else name
    return re.search(rf"(?<!\w){re.escape(stem)}", text) is not None


CHECK = Check("dates", "Dates are in the months of the source.", "", Catalogue, run)
