"""Axe looks at a page: every rule that it has by itself, and contrast of seven to one."""

import json
from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPTIONS = {
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    # Every rule looks at every element all the same; but only of what is wrong are all elements
    # written down, each with a selector of its own, which takes longer than looking does.
    "resultTypes": ["violations"],
}


def assert_axe_finds_nothing(page: "Page") -> None:
    """Fails with axe's report if anything on the page, as it is shown now, breaks a rule."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate(f"axe.run({json.dumps(OPTIONS)})"))
    assert not found.response["violations"], found.generate_report()
