"""The guards' short cut is only a short cut: it decides nothing that the guards would not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.guard import findings, is_broken

_ACTIVE = st.text(st.sampled_from(list("ab 1[](){}<>*_`\\!&:;@./#^\"'\n")), max_size=24)
_PIECE = st.sampled_from(
    [
        "[a](b)", "[a](b(c)d)", "[a][b]", "![a](b)", "<b>", "`c`", "{d}", "[^n]", "**", "] (",
        "javascript:x", "www.x.org", "x@y.org", "&#106;", "http://x.org/y", "data:text/html,x",
    ]
)  # fmt: skip
_LINE = st.lists(st.one_of(_ACTIVE, _PIECE), max_size=4).map("".join)


@given(msgid=_LINE, msgstr=_LINE)
@settings(max_examples=300)
def test_the_short_cut_never_lets_anything_through(msgid: str, msgstr: str) -> None:
    for given_text in (msgstr, msgid.replace("a", "b"), msgid + msgstr, msgid[::-1]):
        assert is_broken(msgid, given_text) == bool(findings(msgid, given_text))
