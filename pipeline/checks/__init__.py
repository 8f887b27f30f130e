"""The checks: one line here for each module, loaded when it is asked for."""

from importlib import import_module

from pipeline.audit import Check

CHECKS = (
    "coverage",
    "words",
    "numbers",
    "number_words",
    "dates",
    "plural_forms",
    "phones",
    "links",
    "placeholders",
    "crossed",
    "markup",
    "code",
    "invisible",
    "negation",
    "modality",
    "short_forms",
    "doubled_words",
    "scripts",
    "leftover",
    "lengths",
    "glossary_terms",
    "local_words",
    "endings",
    "second_pass",
    "headings",
    "alt",
    "link_text",
    "language_marks",
    "evidence",
    "figures",
    "review_dates",
    "reading_level",
    "sentences",
    "sentence_length",
    "translation_level",
    "rare_words",
    "explained",
    "abbreviations",
    "wording",
    "passive",
    "planned_links",
    "draft_marks",
)


def get_check(name: str) -> Check:
    """One check; its module says `CHECK`."""
    check: Check = import_module(f"pipeline.checks.{name}").CHECK
    return check


def get_checks(names: tuple[str, ...] = CHECKS) -> tuple[Check, ...]:
    """These checks in this order; all of them where none is named."""
    return tuple(get_check(name) for name in names)
