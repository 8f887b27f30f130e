"""The project's own translations: each was read again by somebody who came fresh to it."""

from functools import cache

import pytest

from pipeline.rereading import Reread, reread
from tests.conftest import TODAY
from tests.draft import PROJECT

LOCALES = [locale.tag for locale in PROJECT.locales]


@cache
def _here(tag: str) -> Reread:
    (here,) = reread(PROJECT, TODAY, tag)
    return here


@pytest.mark.parametrize("locale", LOCALES)
def test_every_translation_was_read_again_since_it_was_written(locale: str) -> None:
    here = _here(locale)
    assert len(here.texts) > 500
    unread = [f"{one.message.place}: {one.message.msgid[:60]}" for one in here.unread]
    assert unread == [], f"plainleaf second-pass --locale {locale} --blind FOLDER"
    assert here.found.ignored == ()


@pytest.mark.parametrize("locale", LOCALES)
def test_back_translations_were_made_and_not_copied(locale: str) -> None:
    alike = _here(locale).likeness
    assert alike.of > 200, "nothing was judged"
    assert not alike.is_copied, f"{alike.equal} of {alike.of} are the English word for word"
