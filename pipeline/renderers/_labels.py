"""What callouts are called on a page, by kind; the words are said in the page's language."""


def _(msgid: str) -> str:
    """Mark a text of the interface for extraction; it is translated where it is shown."""
    return msgid


CALLOUT_LABELS: dict[str, str] = {
    # Translators: Label of a box that sums up what matters most in a leaflet.
    "key-points": _("Key points"),
    # Translators: Label of a box with something that is good to know.
    "note": _("Please note"),
    # Translators: Label of a box with steps that the reader takes.
    "action": _("What to do"),
    # Translators: Label of a box about a danger to health.
    "warning": _("Warning"),
    # Translators: Label of a box that gives the reader courage without a false promise.
    "hope": _("There is hope"),
}


def callout_label(kind: str) -> str:
    """The msgid of a kind's label; a kind that the house does not know is called a note."""
    return CALLOUT_LABELS.get(kind, CALLOUT_LABELS["note"])
