"""Placeholders: what a program, a template or a leaflet puts its own words in place of.

printf (`%s`, `%(name)s`, `%1$d`), braces (`{0}`, `{name!r}`, `{{name}}`, `{% tag %}`), `$name`,
`%name%`, `@name`, and entities that HTML does not know (`&name;`). What a program fills in by order
is numbered, so that `%2$s … %1$s` is a fair translation of `%s … %s`, and `%s … %d` none of
`%d … %s`.
"""

import re
from html.entities import html5

PRINTF = re.compile(
    r"%%|(?<![\d%])%(?:\(([^()\s%]{1,60})\)|(\d{1,2})\$)?"
    r"[-+0#']{0,3}(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?(?:hh?|ll?|[Lqjzt])?"
    r"([diouxXeEfFgGcrsa@]|n(?![a-z]))"
)
"""No blank as a flag: after a percentage a word may follow."""
_DATES = re.compile(r"%[-#]?[YBbHMmyAj]")
"""Parts of a date or time, which each language orders and chooses as it likes."""
BRACES = re.compile(
    r"\{(?:[A-Za-z_][\w:.-]*|(?:[A-Za-z_][\w.\[\]]*|\d{0,3})(?:![rsa])?(?::[^{}\s]{0,20})?)\}"
)
PLACEHOLDER = re.compile(f"{PRINTF.pattern}|{BRACES.pattern}")
"""What a program puts its own words in place of."""
CHOICE = re.compile(r"\{\s*(\w{1,40})\s*,\s*(plural|select|selectordinal)\s*,")
"""The head of a message that chooses among words (ICU)."""
_OTHERS = re.compile(
    r"\{\{[^{}\n]{1,100}\}\}|\{%[^{}\n]{1,200}%\}|(?<![\w%])%[A-Za-z_][\w.]{1,60}%(?![\w%])|"
    r"(?<![\w$])\$[A-Za-z_]\w{0,60}|(?<![\w@./-])@[a-z][a-z_]{1,40}(?![\w./-])"
)
_ENTITY = re.compile(r"&([A-Za-z][\w.-]{1,40});")
_SAME_KIND = str.maketrans("iu", "dd")


def placeholders(text: str) -> list[str]:
    """Every placeholder of a text, as it is written; those without a name get their number.

    Where a text chooses among words, each is listed once: a language may have more plural forms.
    """
    found = [match.group(0) for match in _OTHERS.finditer(text)] if _may_have(text) else []
    plain = _OTHERS.sub(" ", text) if found else text
    if "%" in plain:
        found += _printf(plain)
    if "{" in plain:
        found += [f"{{{name}, {kind}}}" for name, kind in CHOICE.findall(plain)]
        found += _numbered(BRACES.findall(plain))
    if "&" in plain:
        found += [f"&{one};" for one in _ENTITY.findall(plain) if f"{one};" not in html5]
    return list(dict.fromkeys(found)) if "{" in plain and CHOICE.search(plain) else found


def _may_have(text: str) -> bool:
    return "{{" in text or "$" in text or "@" in text or "%" in text


def _printf(text: str) -> list[str]:
    found, number = [], 0
    is_date = _DATES.search(text) is not None
    for match in PRINTF.finditer(text):
        written, (name, index, kind) = match.group(0), match.groups()
        if name:
            found.append(written)
        elif kind and not is_date:
            number += 1
            flags = written[1:-1].partition("$")[2] if index else written[1:-1]
            found.append(f"%{index or number}${flags}{kind.translate(_SAME_KIND)}")
    return found


def _numbered(braces: list[str]) -> list[str]:
    """`{}` with the number of what it takes."""
    found, number = [], 0
    for one in braces:
        bare = one[1] in "}:!"
        found.append(f"{{{number}{one[1:]}" if bare else one)
        number += bare
    return found
