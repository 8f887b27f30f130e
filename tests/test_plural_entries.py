"""Entries with plural forms, which no check compares, are named and not passed over."""

from datetime import date

from pipeline.audit import Circumstances
from pipeline.catalogue import Catalogue, Message
from pipeline.checks import get_check
from pipeline.outcome import Outcome

PLAIN = Message("Take a rest", "Odpocznij")
PLURAL = Message("%d tablet", "%d tabletka", plural=True)


def outcomes(*messages: Message) -> list[Outcome]:
    """What the check of coverage says of these messages."""
    catalogue = Catalogue("case", "pl", messages=messages)
    return list(get_check("coverage").run(catalogue, Circumstances("draft", date(2026, 11, 22))))


def test_plural_entries_are_counted_in_one_outcome() -> None:
    passed, left = outcomes(PLAIN, PLURAL, PLURAL)
    assert (passed.verdict, passed.sentence) == ("passed", "Messages translated: 1.")
    assert (left.verdict, left.cause) == ("inapplicable", "plural entries")
    assert ": 2." in left.sentence


def test_a_catalogue_of_plural_entries_alone_is_not_called_empty() -> None:
    (left,) = outcomes(PLURAL)
    assert ": 1." in left.sentence


def test_without_plural_entries_nothing_is_said_of_them() -> None:
    assert [one.verdict for one in outcomes(PLAIN)] == ["passed"]
