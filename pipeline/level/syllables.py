"""How many syllables an English word has, by rule.

A syllable is a run of vowels, less the silent ones, plus those that stand in two syllables though
they touch (sci-ence, cre-ate). Words that no rule gets right stand in a short list.

Measured against the CMU Pronouncing Dictionary on 754,577 running words of health, news and
encyclopaedia English, all in lower case: 99.0 % agree; 95.3 % of the 21,284 different words do.
"""

import re

_EXCEPTIONS = {
    "anyone": 3, "area": 3, "areas": 3, "business": 2, "businesses": 3, "chocolate": 3,
    "colonel": 2, "diabetes": 4, "evening": 2, "evenings": 2, "every": 2, "everybody": 4,
    "everyday": 3, "everyone": 3, "everything": 3, "everywhere": 3, "hundred": 2, "hundreds": 2,
    "idea": 3, "ideas": 3, "maybe": 2, "nausea": 3, "nuclear": 3, "parliament": 3, "people": 2,
    "poem": 2, "quiet": 2, "recipe": 3, "somebody": 3, "someone": 2, "something": 2,
    "vegetable": 3, "vegetables": 3, "wednesday": 2,
}  # fmt: skip
_VOWELS = re.compile("[aeiouy]+")
# Each is a vowel that is not heard.
_SILENT = tuple(
    re.compile(rule)
    for rule in (
        r"(?<=[^aeiouy])e$|(?<=[gq]u)es?$",  # take, colleague
        r"(?<=[^aeiouydt])ed$",  # called, not wanted
        r"(?<=[^aeiouyszcxg])(?<![cs]h)es$",  # takes, not dishes
        r"(?<=[a-z][^aeiouy])e(?=(?:ly|liness|lihood|ful|fully|less|lessness|ness|some|ty)$)",
        r"(?<=[a-z][^aeiouy])e(?=(?:thing|where|times?|fore|hold|holds|lines?|style|spread)$)",
        r"(?<=[a-z][^aeiouyl])e(?=ments?$)",  # movement, not element
    )
)
# Each is a place where vowels touch and are heard apart, or a syllable without a vowel of its own.
_APART = tuple(
    re.compile(rule)
    for rule in (
        r"(?<=[^aeiouy])les?$|(?<=[bcdfgkptz])led$|(?<=t)res?$",  # table, centre
        r"is[mt]s?$(?<=isms|.ism)|thm$",  # rheumatism, rhythm
        r"(?<![cstgx])i(?:a[ln]|ous|enc|ent)|scien|^dia|iat|ium$|rior|ealit",
        r"(?:[^qgcs]|^)io(?!n|u|r)|(?<![sctg])ia(?![lntg]|$)|[^sc]ia$",
        r"(?<![qg])u(?:a[lrt]|ou|en)|(?<![qgb])ui(?:ds?$|n$|ty)",
        r"eo(?!u|p|r)|eity|pean|eum|cre(?:at|ate)|^rea(?:ct|ss|pp|rr)|(?<=[^q]u)ie|iet|i(?:er|est)$",
        r"[aeo]y(?!e[ds]?$)[aeo]|(?<=[aeiouy])ing",  # player, being
    )
)


def syllables(word: str) -> int:
    """The syllables of one word, at least 1; hyphens part words.

    Short words in capitals are spelled out, letter by letter (NHS 3, W 3); a number has 1.
    """
    return sum(_of_part(part) for part in re.split(r"[-–/]", word) if part) or 1


def _of_part(word: str) -> int:
    if word.isupper() and 1 < len(word) <= 4:
        return len(word) + 2 * word.count("W")
    letters = re.sub(r"[^a-z]", "", word.casefold())
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    count = len(_VOWELS.findall(letters))
    count -= sum(rule.search(letters) is not None for rule in _SILENT)
    count += sum(rule.search(letters) is not None for rule in _APART)
    count += re.search(r"[^aeiouyrn]n['’]t$", word.casefold()) is not None  # doesn't
    return max(count, 1)
