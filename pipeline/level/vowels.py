"""How many syllables a word has in languages whose spelling shows it.

A syllable is a vowel, or vowels that are spoken as one. Exact for Russian and Turkish, where every
vowel is a syllable, and nearly so for Polish and Spanish. In Dutch, German, Italian and Portuguese
two vowels that touch are sometimes heard apart where nothing in the spelling says so (Portuguese
“dia”); in French the mute e at the end is left out, and that within a word is not. Languages that
do not write their vowels, such as Arabic and Persian, cannot be counted so. English has its own
rules, in `syllables`.
"""

import re

_KERNELS = {
    "de": "aa|ee|oo|ai|ei|au|äu|eu|ie|[aeiouyäöü]",
    "es": "[iuü]?[aeoáéó](?:[iuy](?![aeoáéó]))?|[íú]|[iuü]+y?|y(?![aeiouáéíóú])",
    "fr": "é(?=[aâouè])|[aeiouyàâéèêëîïôûùüœæ]+",
    "it": "[iu]?[aeoàèéòóù](?:[iu](?![aeo]))?|[ìíú]|[iu]+",
    "nl": "aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyäëïöüéè]",
    "pl": "[aąeęoóuy]|i(?![aąeęoóuy])",
    "pt": "[ãõ][oei]?|[iu]?[aeoáéóâêôà](?:[iu](?![aeo]))?|[íú]|[iu]+",
    "ru": "[аеёиоуыэюя]",
    "tr": "[ae\u0131ioöuüâîû]",
}
_PATTERNS = {language: re.compile(kernel) for language, kernel in _KERNELS.items()}
_MUTE = re.compile("(?<=[^aeiouyé])es?$")


def syllables_in(word: str, language: str) -> int:
    """The syllables of a word in small letters, at least 1; KeyError for any other language."""
    count = len(_PATTERNS[language].findall(word))
    if language == "fr" and count > 1 and _MUTE.search(word):
        count -= 1
    return max(count, 1)
