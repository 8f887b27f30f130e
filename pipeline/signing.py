"""`sign`: a named person takes a step of the sign-off for texts that are ready for it.

Only what a reader could be given is signed: a machine's draft, a text that has changed since or one
that a check calls wrong has to be put right by a person first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline import __version__, ledger, persons, reviewed
from pipeline.catalogue import Key
from pipeline.choose import key_of
from pipeline.config import Project
from pipeline.document import Segment
from pipeline.errors import PlainleafError
from pipeline.guard import is_broken
from pipeline.locale import Locale
from pipeline.localise import Localised, localise
from pipeline.outline import NAME, OUTLINE
from pipeline.place import Place
from pipeline.registers import GLOSSARY
from pipeline.release import findings
from pipeline.signature import STEPS, Signature
from pipeline.sources import gather

_UNREADY = {
    "missing": "it is not translated yet",
    "changed": "it is marked fuzzy: compare it with its source, mend it, then take the mark away",
    "machine": "it is a machine's draft: a person who knows both languages has to read it, mend "
    "it, and take the mark “fuzzy” away first",
}
_BROKEN = "it lost a number, link or mark of its source"
_WRONG = "a check calls it wrong"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who signs what step, and in which role."""

    step: str
    person: str
    role: str
    tool: str = f"plainleaf {__version__}"


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that was not signed, and why."""

    segment: Segment
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class Signed:
    """What became of a wish to sign."""

    signatures: tuple[Signature, ...] = ()
    refused: tuple[Refused, ...] = ()
    already: int = 0
    """Texts for which the same step stands already."""
    path: Path = Path()
    whole: str = ""
    """What is said of the leaflet as a whole, where that is among the signed."""
    drafts: int = 0
    """Texts that a comment called a machine's draft, not reviewed, until they were signed."""


def sign(
    project: Project,
    domain: str,
    locale: Locale,
    hand: Hand,
    today: date,
    *,
    only: Iterable[str] = (),
    dry_run: bool = False,
) -> Signed:
    """Sign a leaflet, or shared words, in a locale, and add the lines to its ledger.

    What is signed is called a machine's draft no more in the comments of its catalogue.

    `only` names msgids, ids of headings whose section is meant, or `outline` for the leaflet as a
    whole; without any, all is meant.

    Raises:
        PlainleafError: a name, role, step, locale, leaflet or one of `only` is not known.
    """
    _check(project, locale, hand)
    sources = gather(project)
    segments = sources.signable(locale)
    if domain not in segments:
        known = ", ".join(segments)
        raise PlainleafError(f"There is no leaflet “{domain}”.", f"Write one of {known}.")
    chosen = tuple(_chosen(segments[domain], tuple(only)))
    domains = dict.fromkeys((domain, GLOSSARY))
    localised = localise(project, locale, domains, "release", today)
    wrong = findings(sources, localised, today, (domain,))
    found = weigh(localised, chosen, hand, today, wrong)
    path, drafts = project.ledger(domain, locale), 0
    if not dry_run:
        ledger.append(path, found.signatures)
        if hand.step != "withdraw":
            left = {_message(one.segment) for one in found.refused}
            drafts = reviewed.note(project, domain, locale, {*map(_message, chosen)} - left)
    return replace(found, path=path, drafts=drafts)


def _message(segment: Segment) -> Key:
    return segment.msgctxt, segment.msgid


def weigh(
    localised: Localised,
    segments: Iterable[Segment],
    hand: Hand,
    today: date,
    wrong: Mapping[tuple[str, Key], str],
) -> Signed:
    """The signatures that a person can give for segments, and why not for the others; none kept.

    `wrong` is what checks say of messages, by domain and message.
    """
    signatures: dict[str, Signature] = {}
    refused, already, whole = [], 0, ""
    person, role = (" ".join(text.split()) for text in (hand.person, hand.role))
    for segment in segments:
        key = key_of(segment, localised.text(segment), localised.locale.tag)
        if key in signatures:
            continue
        held = localised.ledger(segment)
        new = Signature(key, hand.step, role, person, today, hand.tool)
        why = "" if hand.step == "withdraw" else _unready(localised, segment, wrong)
        if not why and hand.step in held.steps_of(key):
            already += 1
        elif why := why or held.refusal(new):
            message = localised.message(segment)
            refused.append(Refused(segment, why, message.place if message else segment.place))
        else:
            signatures[key] = new
            whole = segment.msgid if segment.kind == OUTLINE else whole
    return Signed((*signatures.values(),), tuple(refused), already, whole=whole)


def _check(project: Project, locale: Locale, hand: Hand) -> None:
    if not hand.person.strip() or not hand.role.strip():
        raise PlainleafError(
            "A signature says who signs, and in which role.", "Write --person “…” --role “…”."
        )
    for option, what, said in (("person", "name", hand.person), ("role", "role", hand.role)):
        if fault := persons.fault(what, said):
            raise PlainleafError(f"--{option}: {fault[0]}.", fault[1])
    if hand.step not in STEPS:
        raise PlainleafError(
            f"There is no step “{hand.step}”.", f"Write one of {', '.join(STEPS)}."
        )
    known = (project.source_locale, *project.locales)
    if locale not in known:
        tags = ", ".join(one.tag for one in known)
        raise PlainleafError(f"The project has no locale “{locale}”.", f"Write one of {tags}.")


def _chosen(segments: Iterable[Segment], only: tuple[str, ...]) -> Iterator[Segment]:
    """The segments that are meant; each of `only` has to mean one."""
    several = tuple(segments)
    for name in only:
        if not any(_means(name, one) for one in several):
            raise PlainleafError(
                f"No text and no section is called “{name}”.",
                "Write a msgid of the catalogue as it stands there, or the id of a heading.",
            )
    yield from (one for one in several if not only or any(_means(name, one) for name in only))


def _means(name: str, segment: Segment) -> bool:
    if segment.kind == OUTLINE:
        return name in {NAME, segment.msgid}
    return name == segment.msgid or name.removeprefix("#") == (segment.place.anchor or None)


def _unready(localised: Localised, segment: Segment, wrong: Mapping[tuple[str, Key], str]) -> str:
    """Why nobody can sign a text as it is; empty where somebody can."""
    if localised.rules.of_source:
        return ""
    message = localised.message(segment)
    if message is None or message.state != "translated":
        return _UNREADY[message.state if message else "missing"]
    said = wrong.get((segment.leaflet, _message(segment)), "")
    if is_broken(segment.msgid, message.msgstr):
        said = said or "Run plainleaf check, and mend it."
        return f"{_BROKEN}: {said}"
    return f"{_WRONG}: {said}" if said else ""
