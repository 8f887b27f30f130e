"""What authors say in HTML comments: to translators, reviewers and checks. No reader sees it.

<!-- note: … -->  <!-- context: … -->  <!-- skip -->  <!-- safety -->  <!-- evidence: F001 F002 -->
<!-- allow: word, another word -->  <!-- cosmetic: NAME, 2026-11-22 -->
"""

import re
from dataclasses import dataclass, replace

_COMMENT = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|[ \t]*<!--(.*?)-->", re.DOTALL)
"""A comment, or a code span: what looks like a comment in there is text."""
_DIRECTIVE = re.compile(
    r"(?:(note|context|evidence|allow|cosmetic):\s*(\S.*)|(skip|safety))$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Directives:
    """What is said of one block."""

    note: str = ""
    context: str | None = None
    skip: bool = False
    safety: bool = False
    evidence: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    cosmetic: str = ""
    """Who declares on which day that an edit of the block changes no meaning."""

    def said(self, comment: str) -> "Directives":
        """These directives and what one more comment says; no more where it is no directive."""
        if not (match := _DIRECTIVE.match(" ".join(comment.split()))):
            return self
        word, value = match.group(1) or match.group(3), match.group(2) or ""
        if word == "note":
            return replace(self, note=f"{self.note}\n{value}".strip())
        if word in {"context", "cosmetic"}:
            context, cosmetic = (value, "") if word == "context" else (None, value)
            return self | Directives(context=context, cosmetic=cosmetic)
        if word == "evidence":
            return replace(self, evidence=(*self.evidence, *_ids(value)))
        if word == "allow":
            words = (one.strip() for one in value.split(","))
            return replace(self, allowed=(*self.allowed, *(one for one in words if one)))
        return replace(self, skip=self.skip or word == "skip", safety=self.safety or word != "skip")

    def __or__(self, other: "Directives") -> "Directives":
        if self is NOTHING_SAID or other is NOTHING_SAID:
            return other if self is NOTHING_SAID else self
        return Directives(
            note=f"{self.note}\n{other.note}".strip(),
            context=other.context or self.context,
            skip=self.skip or other.skip,
            safety=self.safety or other.safety,
            evidence=(*self.evidence, *other.evidence),
            allowed=(*self.allowed, *other.allowed),
            cosmetic=other.cosmetic or self.cosmetic,
        )


NOTHING_SAID = Directives()


def is_directive(comment: str) -> bool:
    """Whether a comment, on one line, is a directive with its value."""
    return _DIRECTIVE.match(comment) is not None


def _ids(value: str) -> tuple[str, ...]:
    """Fact ids; `none, a reason` is one value of its own."""
    return (value,) if value.startswith("none") else tuple(re.findall(r"[^,\s]+", value))


def take(text: str) -> tuple[str, Directives]:
    """A block's text without its comments, and what they say."""
    said = NOTHING_SAID
    if "<!--" not in text:
        return text, said
    kept, at = [], 0
    for match in _COMMENT.finditer(text):
        if match.group(2) is not None:
            said = said.said(match.group(2))
            kept.append(text[at : match.start()])
            at = match.end()
    return "".join([*kept, text[at:]]), said
