"""The shape of the code: floors, doors and budgets, each as data, with a message that helps.

`python tests/test_floors.py` prints how long functions and files are.
"""

import ast
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A module imports lower floors only. The first pattern that fits a module's name counts.
FLOORS = (
    (-1, "pipeline place numberwords slots intake persons"),
    (0, "document.* catalogue signature locale outcome errors numerals markup postyle"),
    (0, "characters data measures spelled twins wordpattern"),
    (1, "config guard disk artifact headers lexicon matching pochunks poentries poglance"),
    (1, "alphabet phrases spread sweeping tables trifles"),
    (2, "pofile ledger registers evidence memory choose interface pictures style level.*"),
    (2, "backtranslations localstyle meaning origins labels outline secondpass"),
    (3, "reader.* poedits cosmetic audit report browser potemplate localise manuscripts reviewed"),
    (3, "renderers._* checks._* levelstream"),
    (5, "renderers checks exchange edition skeleton merge worklist runningtext"),
    (4, "renderers.* checks.* exchange.* sources wordlist localnotes merged preview"),
    (4, "appraisal"),
    (5, "rereading"),
    (6, "anchoring release status carrying lone rereadingsheets"),
    (7, "build foreign handover signing leafletlevels"),
    (8, "inspection listing terminal levellisting levelreport statuslisting"),
    (8, "secondpasslisting secondpassreport"),
    (9, "cli_exchange cli_level cli_second_pass"),
    (10, "cli __main__"),
)
# Among these, modules may import each other, without a circle.
TOGETHER = (
    "pipeline.document",
    "pipeline.reader",
    "pipeline.level",
    "pipeline.po",
    "pipeline.renderers._",
    "pipeline.checks._",
    "pipeline.exchange.",
)
# Each file in them is one line in their __init__.py.
REGISTRIES = ("renderers", "checks", "exchange")

# A library is imported in these modules only.
DOORS = {
    "markdown": "reader.*",
    "markdown_it": "reader.*",
    "mdit_py_plugins": "reader.*",
    "nh3": "reader.*",
    "polib": "pofile",
    "babel": "locale interface",
    "lxml": "reader.* renderers.* checks.* pictures",
    "jinja2": "renderers._shell",
    "markupsafe": "renderers._shell",
    "click": "cli cli_exchange cli_level cli_second_pass terminal",
    "rich": "cli listing statuslisting terminal",
    "rapidfuzz": "matching",
    "msgpack": "level.frequencies",
    "pypinyin": "alphabet",
    "wcwidth": "renderers.*",
    "playwright": "browser",
}
# Calls that change the disk; only disk.py makes them.
WRITES = re.compile(
    "copy2|copyfile|copytree|hardlink_to|link|makedirs|mkdir|mkdtemp|mkstemp|NamedTemporaryFile|"
    "rename|renames|rmdir|rmtree|save|save_as_mofile|symlink|symlink_to|TemporaryDirectory|touch|"
    "truncate|unlink|write_bytes|write_text"
)
OS_WRITES = frozenset({"os.replace", "os.open", "os.write", "os.remove", "shutil.move"})

LONGEST_FUNCTION, LONGEST_FILE = 40, 300
BANNED_NAMES = re.compile(r"utils?|helpers?|common|base|misc|\w*(manager|handler)s?")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file, parsed."""

    path: Path
    name: str
    text: str
    tree: ast.Module


@cache
def sources(folder: str = "pipeline") -> tuple[Source, ...]:
    """Every Python file of a folder."""
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        found.append(Source(path, name, text, ast.parse(text)))
    return tuple(found)


def imports(source: Source) -> Iterator[tuple[str, int]]:
    """What a file imports, wherever in the file: (module, line)."""
    ours = {each.name for each in sources()}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{source.path}:{node.lineno}: write the import in full."
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in ours else str(node.module)), node.lineno


def imports_of_ours(source: Source) -> Iterator[tuple[str, int]]:
    """The part of a file's imports that is Plainleaf itself."""
    return ((name, line) for name, line in imports(source) if name.split(".")[0] == "pipeline")


def fits(name: str, patterns: str) -> bool:
    """Whether patterns name a module; `reader.*` is the package and all that is in it."""
    short = name.removeprefix("pipeline.")
    return any(fnmatchcase(short, one) or one == f"{short}.*" for one in patterns.split())


def floor_of(name: str) -> int | None:
    """The floor that a module stands on."""
    return next((floor for floor, patterns in FLOORS if fits(name, patterns)), None)


def functions(source: Source) -> Iterator[tuple[str, int, int]]:
    """Every function: (name, line, lines)."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture(params=sources(), ids=lambda source: source.name)
def module(request: pytest.FixtureRequest) -> Source:
    """Each module of the pipeline in turn."""
    source: Source = request.param
    return source


# ── floors ──────────────────────────────────────────────────────────────────────────────────────
def test_every_module_stands_on_a_floor(module: Source) -> None:
    assert floor_of(module.name) is not None, (
        f"{module.name} stands on no floor. Add it to FLOORS in {Path(__file__).name}, one floor "
        "above the highest module that it imports, or put its words where they belong."
    )


def test_a_module_imports_lower_floors_only(module: Source) -> None:
    own = floor_of(module.name)
    for name, line in imports_of_ours(module):
        family = any(module.name.startswith(one) and name.startswith(one) for one in TOGETHER)
        other = floor_of(name)
        assert own is None or other is None or other < own or family, (
            f"{module.path.relative_to(ROOT)}:{line}: {module.name} (floor {own}) imports {name} "
            f"(floor {other}). Hand the value over as an argument, or move the shared noun down."
        )


def test_no_import_runs_in_a_circle() -> None:
    graph = {source.name: {name for name, _ in imports_of_ours(source)} for source in sources()}
    while free := {name for name, needs in graph.items() if not needs & (graph.keys() - {name})}:
        graph = {name: needs for name, needs in graph.items() if name not in free}
    assert not graph, f"These modules import each other in a circle: {', '.join(sorted(graph))}."


@pytest.mark.parametrize("registry", REGISTRIES)
def test_every_renderer_and_check_is_in_its_list(registry: str) -> None:
    files = [file for file in (ROOT / "pipeline" / registry).glob("*.py") if file.stem[0] != "_"]
    listed = ""
    for source in sources():
        if source.name == f"pipeline.{registry}":
            nodes = [node for node in source.tree.body if not _is_docstring(node)]
            listed = "\n".join(ast.unparse(node) for node in nodes)
    absent = [file.name for file in files if not re.search(rf"\b{file.stem}\b", listed)]
    assert not absent, f"Add a line for {absent} to pipeline/{registry}/__init__.py."


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# ── doors ───────────────────────────────────────────────────────────────────────────────────────
def test_a_library_has_one_door(module: Source) -> None:
    for name, line in imports(module):
        door = DOORS.get(name.split(".")[0])
        assert door is None or fits(module.name, door), (
            f"{module.path.relative_to(ROOT)}:{line}: {name} has its door in {door}. "
            "Ask that module for what you need."
        )


def test_only_the_disk_module_changes_the_disk(module: Source) -> None:
    if module.name == "pipeline.disk":
        return
    for node in ast.walk(module.tree):
        assert not (isinstance(node, ast.Call) and _writes(node)), (
            f"{module.path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)[:60]} changes the "
            "disk. Only pipeline/disk.py does that, so that no crash leaves half a file."
        )


def _writes(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    last = name.rpartition(".")[2]
    modes = [*call.args[:2], *(word.value for word in call.keywords if word.arg == "mode")]
    texts = [mode.value for mode in modes if isinstance(mode, ast.Constant)]
    opens = last == "open" and any(
        isinstance(text, str) and re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", text)
        for text in texts
    )
    return bool(WRITES.fullmatch(last)) or name in OS_WRITES or opens


# ── budgets ─────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("folder", ["pipeline", "tests", "benchmarks"])
def test_no_function_and_no_file_is_long(folder: str) -> None:
    for source in sources(folder):
        file, lines = source.path.relative_to(ROOT), len(source.text.splitlines())
        assert lines <= LONGEST_FILE, f"{file} has {lines} lines: one file, one thing. Divide it."
        for name, line, length in functions(source):
            assert length <= LONGEST_FUNCTION, (
                f"{file}:{line}: {name} has {length} lines, {LONGEST_FUNCTION} at most. Name a "
                "part of it and make that a function."
            )


def test_no_module_has_a_name_that_says_nothing() -> None:
    for source in (*sources(), *sources("tests"), *sources("benchmarks")):
        assert not BANNED_NAMES.fullmatch(source.path.stem.strip("_")), (
            f"{source.name}: name it after the noun it is or the verb it does."
        )


def figures() -> str:
    """How long functions and files are."""
    lengths = sorted(length for source in sources() for _, _, length in functions(source))
    files = sorted((len(source.text.splitlines()), source.name) for source in sources())
    ninth = lengths[len(lengths) * 9 // 10]
    return (
        f"{len(files)} files, {sum(lines for lines, _ in files)} lines, longest {files[-1][0]} "
        f"({files[-1][1]}), budget {LONGEST_FILE}\n{len(lengths)} functions: median "
        f"{statistics.median(lengths):g} lines, nine in ten at most {ninth}, longest "
        f"{lengths[-1]}, budget {LONGEST_FUNCTION}"
    )


if __name__ == "__main__":
    print(figures())  # noqa: T201  this is what `make lines` is for
