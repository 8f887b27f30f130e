"""A draft says that it is one whatever catalogues and themes hold, and a release never does."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import build
from pipeline.artifact import Artifact
from pipeline.cli import BAD_INPUT, FAILED, FINE, main
from pipeline.config import Project, load
from pipeline.errors import PlainleafError
from pipeline.renderers import _draftmark
from tests.conftest import TODAY
from tests.draft import files
from tests.ledgers import SETTINGS, TREE, edit, renew, sign, signed_project, translate

MakeProject = Callable[..., Path]
OURS = "{% extends 'plainleaf/leaflet.html' %}"
HOSTILE = "Approved for patients"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return signed_project(load(make_project(TREE, settings=SETTINGS)))


def _theme(project: Project, **files: str) -> None:
    folder = project.source / "theme"
    folder.mkdir(exist_ok=True)
    for stem, text in files.items():
        suffix = ".css" if stem == "extra" else ".html"
        (folder / f"{stem}{suffix}").write_text(text, "utf-8")


def _files(project: Project, edition: str) -> Mapping[str, bytes]:
    folder = project.output / edition
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _run(project: Project, *words: str) -> Result:
    arguments = ["--project", str(project.root), "build", *words, "--today", "2026-11-22"]
    return CliRunner().invoke(main, arguments)


# ── whatever a catalogue says ──────────────────────────────────────────────────────────────────
def test_a_hostile_translation_of_the_interface_takes_the_mark_from_no_file(
    project: Project,
) -> None:
    path = project.catalogue("interface", project.locales[0])
    text = re.sub(r'(?m)^msgstr (".*"\n)+', f'msgstr "{HOSTILE}"\n', path.read_text("utf-8"))
    head, _, rest = text.partition("\n\n")
    header = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"'
    path.write_text(f"{header}\n\n{rest}", "utf-8")
    assert HOSTILE in head + rest
    build.build(project, "draft", TODAY)
    files = {name: data.decode() for name, data in _files(project, "draft").items()}
    for name, said in files.items():
        if name.endswith(".html"):
            assert re.search(r"<title[^>]*>DRAFT – ", said), name
            assert said.count(_draftmark.ELEMENT) == 1, "a screen reader hears it once"
        elif name.endswith(".txt"):
            assert all(page.lstrip("\u200f\u2066").startswith("DRAFT") for page in said.split("\f"))
    assert HOSTILE in files["pl/small/index.html"], "or this test tries nothing"


def test_the_mark_stands_in_the_banner_beside_the_notice_in_the_page_s_language(
    project: Project,
) -> None:
    build.build(project, "draft", TODAY)
    for name in ("pl/small/index.html", "pl/index.html"):
        page = _files(project, "draft")[name].decode()
        banner = page.partition('<div class="banner draft">')[2].partition("</div>")[0]
        assert banner.strip().startswith(_draftmark.ELEMENT), name
        assert "robocz" in banner.partition(_draftmark.ELEMENT)[2], name


def test_a_number_that_follows_the_mark_of_a_draft_stays_with_its_own_words() -> None:
    text = next(file for path, file in files().items() if path.endswith("16pt.ur.txt"))
    assert text.data.decode().lstrip("\u200f").startswith("\u2066DRAFT\u2069 – ")


# ── whatever a theme leaves out ────────────────────────────────────────────────────────────────
FRAME = (
    '<!doctype html><html lang="en"><head>{meta}{% block title %}{% endblock %}'
    "<style>{style}</style></head><body>{% block main %}{% endblock %}"
    "{% block site %}{% endblock %}{% block footer %}{% endblock %}</body></html>"
)
NOINDEX, STYLE = '{% if draft %}<meta content="noindex" name=robots>{% endif %}', "{{ style|safe }}"


def _frame(meta: str = NOINDEX, style: str = STYLE) -> str:
    return FRAME.replace("{meta}", meta).replace("{style}", style)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"frame": _frame(meta="")}, r"theme/frame\.html: .*search engines.*noindex"),
        ({"frame": _frame(meta=f"<!-- {NOINDEX} -->")}, r"theme/frame\.html: .*search engines"),
        ({"frame": _frame(style="")}, r"theme/frame\.html: .*printed.*\{\{ style"),
        ({"leaflet": OURS + "{% block title %}<title>{{ title }}</title>{% endblock %}"},
         r"theme/leaflet\.html: .*title.*\{\{ draft_title"),
        ({"leaflet": OURS + "{% block main %}<h1>{{ h1 }}</h1>{{ body }}{% endblock %}"},
         r"theme/leaflet\.html: .*“DRAFT”.*\{\{ draft_mark"),
        ({"languages": "{% extends 'plainleaf/languages.html' %}{% block main %}{% endblock %}"},
         r"theme/languages\.html: .*“DRAFT”.*\{\{ draft_mark"),
    ],
)  # fmt: skip
def test_a_theme_that_leaves_a_mark_out_is_refused_in_one_line_before_anything_is_written(
    project: Project, files: Mapping[str, str], said: str
) -> None:
    _theme(project, **files)
    with pytest.raises(PlainleafError) as caught:
        build.build(project, "draft", TODAY)
    (line,) = str(caught.value).splitlines()
    assert re.match(f"source/{said}", line), line
    assert not project.output.exists()


def test_a_theme_of_its_own_that_keeps_the_marks_is_built(project: Project) -> None:
    _theme(project, frame=_frame(), leaflet=OURS, extra=".banner{color:#000}")
    assert build.build(project, "draft", TODAY).artifacts
    assert build.build(project, "release", TODAY, allow_fallback=True).artifacts


@pytest.mark.parametrize(
    "block",
    [
        "{% block title %}<title>DRAFT – {{ title }}</title>{% endblock %}",
        "{% block main %}<p class=draft-mark>DRAFT</p>{% endblock %}",
    ],
)
def test_a_theme_that_marks_a_release_as_a_draft_is_refused(project: Project, block: str) -> None:
    _theme(project, leaflet=OURS + block)
    with pytest.raises(PlainleafError, match=r"^source/theme/leaflet\.html: A released page"):
        build.build(project, "release", TODAY, allow_fallback=True)
    assert not project.output.exists()


def test_a_text_bears_the_mark_on_every_page_of_a_draft_and_on_none_of_a_release() -> None:
    text = Artifact("a.txt", "text/plain", "DRAFT – 1\nx\n\f\u200f\u2066DRAFT\u2069 – 2\n".encode())
    half = replace(text, data="DRAFT – 1\nx\n\fPage 2\n".encode())
    none = replace(text, data=b"Page 1\nx\n\fPage 2\n")
    for artifact, draft, release in ((text, 0, 1), (half, 1, 1), (none, 1, 0)):
        assert len(list(_draftmark.faults(artifact, "draft"))) == draft
        assert len(list(_draftmark.faults(artifact, "release"))) == release


# ── what an earlier build left ─────────────────────────────────────────────────────────────────
def _withdraw(project: Project) -> None:
    sign(project, "en", ("withdraw",), only="Take 5 tablets.")


def test_nothing_of_a_leaflet_that_is_held_back_stays_and_the_list_says_so(
    project: Project,
) -> None:
    assert _run(project, "--release", "--allow-fallback").exit_code == FINE
    files = len(_files(project, "release"))
    assert files > 10
    _withdraw(project)
    again = _run(project, "--release", "--allow-fallback")
    assert again.exit_code == FAILED
    assert f"taken away: {files} files of earlier builds" in again.output
    assert "Nothing is released." in again.output
    assert _files(project, "release") == {}


def test_what_is_held_back_is_gone_even_where_the_rest_cannot_be_written(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build(project, "release", TODAY, allow_fallback=True)
    sign(project, "pl", ("withdraw",))
    monkeypatch.setattr("pipeline.build.disk.write", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build.build(project, "release", TODAY)
    assert not [name for name in _files(project, "release") if name.startswith("pl/")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plainleaf.toml", 'region = "gb"', 'reigon = "gb"'),
        ("source/leaflets/small.md", "## Do {#do}", "## Do {#do}\n\n[x](term:nothing)\n"),
        ("locales/pl/LC_MESSAGES/small.po", 'msgid "Do not wait."', 'msgid "Do not wait.'),
    ],
)
def test_a_release_that_cannot_be_made_keeps_the_earlier_one_and_says_of_which_day_it_is(
    project: Project, file: str, old: str, new: str
) -> None:
    assert _run(project, "--release", "--allow-fallback").exit_code == FINE
    for path in (project.output / "release").rglob("*"):
        os.utime(path, (1763683200, 1763683200))  # 21 November 2025
    before = _files(project, "release")
    edit(project.root / file, old, new)
    failed = _run(project, "--release")
    assert failed.exit_code == BAD_INPUT
    *_, fault, last = failed.output.strip().splitlines()
    assert Path(file).name in fault
    assert re.search(r"build/release: This run made no release.* 2025-11-21,.*not put it o", last)
    assert _files(project, "release") == before
    assert "made no release" not in _run(project).output, "a draft can be put nowhere anyway"


def test_where_there_is_no_earlier_release_a_fault_is_all_that_is_said(project: Project) -> None:
    edit(project.root / "plainleaf.toml", 'region = "gb"', 'reigon = "gb"')
    assert len(_run(project, "--release").output.strip().splitlines()) == 1


@pytest.mark.parametrize("edition", ["draft", "release"])
def test_a_report_on_an_earlier_build_does_not_outlive_it(project: Project, edition: str) -> None:
    stale = project.output / edition / "report" / "index.html"
    stale.parent.mkdir(parents=True)
    stale.write_text("old", "utf-8")
    aside = project.root / "aside"
    aside.mkdir()
    (aside / "kept.html").write_text("kept", "utf-8")
    (project.output / edition / "linked").symlink_to(aside)
    words = ["--release", "--allow-fallback"] if edition == "release" else []
    assert _run(project, *words).exit_code == FINE
    assert not stale.parent.exists()
    assert not (project.output / edition / "linked").is_symlink()
    assert (aside / "kept.html").is_file(), "only the link was the edition's"


def test_a_page_that_lost_its_mark_is_found_by_the_check(project: Project) -> None:
    _theme(
        project, languages="{% extends 'plainleaf/languages.html' %}{% block main %}{% endblock %}"
    )
    renew(project)
    translate(project)
    arguments = ["--project", str(project.root), "check", "--today", "2026-11-22"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == FAILED
    assert re.search(r"^index\.html: failed draft-marks: .*“DRAFT”", result.output, re.MULTILINE)
