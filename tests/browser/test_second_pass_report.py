"""The report on the second pass in a browser: in light and dark, on a phone, from right to left."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.catalogue import Message
from pipeline.locale import locale_of
from pipeline.place import Place
from pipeline.rereading import Reread, Text
from pipeline.secondpass import SecondPass
from pipeline.secondpassreport import report
from tests.browser.reports import (
    assert_all_can_read_it,
    assert_it_fits_a_phone_and_its_table_stays_one,
)
from tests.conftest import TODAY
from tests.rereading import MakeProject, line, make_leaflets, opened, text

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def page_file(make_project: MakeProject, tmp_path: Path) -> Path:
    """The report on Polish, which nobody has begun, and on Arabic with what is changed and open."""
    project = make_leaflets(make_project)
    message = text(project, "Do not").message
    texts = tuple(
        Text(
            "01-what-it-means",
            "item 1 of 2",
            Message(message.msgid, words, place=Place(f"locales/ar/LC_MESSAGES/{name}.po", 7)),
            name * 64,
            line(name * 64, "safety", was=was),
        )
        for name, words, was in (
            ("a", "لا تأخذ أكثر من **5** أقراص.", "خذ **5** أقراص."),
            ("b", "خذ 5-10 mg.", ""),
        )
    )
    ignored = ((Place("locales/ar/second-pass.jsonl", 3), "it has no back-translation"),)
    arabic = Reread(locale_of("ar"), texts, SecondPass(ignored=ignored))
    file = tmp_path / "report.html"
    file.write_bytes(report(project, (opened(project), arabic), TODAY).data)
    return file


def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    browser: "Browser", page_file: Path
) -> None:
    assert_all_can_read_it(browser, page_file)


def test_the_report_reflows_at_320_pixels_and_stays_a_table(
    browser: "Browser", page_file: Path
) -> None:
    assert_it_fits_a_phone_and_its_table_stays_one(browser, page_file)


def test_arabic_runs_from_the_right_and_its_numbers_stay_in_order(
    browser: "Browser", page_file: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(page_file.as_uri())
    cells = page.locator("dd > [lang=ar]")
    assert cells.count() == 3
    for cell in cells.all():
        assert cell.evaluate("cell => getComputedStyle(cell).direction") == "rtl"
    assert page.locator("bdi[dir=ltr]", has_text="5-10 mg").count() == 1
    page.close()
