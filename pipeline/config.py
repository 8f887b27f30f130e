"""The project's settings: `[tool.plainleaf]` of pyproject.toml, or plainleaf.toml, as one value."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.intake import too_much
from pipeline.locale import Locale, UnknownLocale, locale_of
from pipeline.place import Place
from pipeline.signature import STEPS, TRANSITIONS, Policy

_POLICY = Policy(("translate", "revise", "clinical", "proofread"), ("clinical", "proofread"))
"""What is asked for where the settings say nothing."""
_STEPS_OF_ALL = ("steps", "source_steps")
"""Settings of the policy that stand beside the others."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What `check` holds leaflets to. Every limit of the project stands here and nowhere else."""

    grade_terms_aside: float = 6.0
    """Highest Flesch-Kincaid grade of an English leaflet, declared terms set aside."""
    grade_all_words: float = 8.0
    """Highest Flesch-Kincaid grade of an English leaflet with all its words."""
    sentence_words: int = 20
    """Most words in an English sentence."""
    paragraph_sentences: int = 3
    """Most sentences in a paragraph."""
    sentence_ratio: float = 2.0
    """How many times as long as its source a translated block's longest sentence may be."""
    level_above_source: float = 0.75
    """By how many levels of the CEFR a translated page or section may be harder than its source."""
    rare_above_source: float = 0.08
    """By how much a translation's share of rare words may be greater than its source's."""
    section_words: int = 100
    """Fewest words of the source that are measured together: in fewer, chance says too much."""
    alt_characters: int = 125
    """Most characters in the words that stand in for a picture."""
    title_characters: int = 65
    """Most characters in a leaflet's title."""
    review_warning_days: int = 90
    """How many days before a review is due people are told."""
    contact_days: int = 365
    """After how many days a contact has to be checked again."""


@dataclass(frozen=True, slots=True)
class Project:
    """One project folder and what its settings say."""

    root: Path
    name: str = "Plainleaf"
    """The site's name, in every page title."""
    source_locale: Locale = field(default_factory=lambda: locale_of("en"))
    locales: tuple[Locale, ...] = ()
    """The locales that are translated into; the source's is not among them."""
    region: str = "gb"
    planned: tuple[str, ...] = ()
    """Leaflets that may be linked to although they are not written yet."""
    policy: Policy = _POLICY
    """The steps that a text needs before it is released."""
    bugs: str = ""
    """Where translators report a fault in the source text."""
    feedback: str = ""
    """Where readers can say what is unclear: an e-mail or a web address."""
    anchors: tuple[str, ...] = ()
    """Leaflets whose approved translations show how hard a locale's words and sentences are."""
    limits: Limits = field(default_factory=Limits)
    file: str = ""
    """The settings' file, for messages."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that a translation needs, unless its leaflet or block says otherwise."""
        return self.policy.steps

    @property
    def source_steps(self) -> tuple[str, ...]:
        """The steps that the source text needs."""
        return self.policy.source_steps

    @property
    def source(self) -> Path:
        """The folder of what authors write."""
        return self.root / "source"

    @property
    def catalogues(self) -> Path:
        """The folder of templates and catalogues."""
        return self.root / "locales"

    @property
    def output(self) -> Path:
        """The folder of what is made."""
        return self.root / "build"

    def catalogue(self, domain: str, locale: Locale) -> Path:
        """Where the catalogue of a leaflet, or of `interface`, stands for a locale."""
        return self.catalogues / locale.gettext / "LC_MESSAGES" / f"{domain}.po"

    def ledger(self, domain: str, locale: Locale) -> Path:
        """Where the signatures for a leaflet, or for shared words, stand for a locale."""
        return self.catalogues / locale.gettext / "ledger" / f"{domain}.jsonl"


def load(root: Path) -> Project:
    """Read the settings of a project folder.

    Raises:
        ConfigError: there are none, or a key or a value is not one that Plainleaf knows.
    """
    for name, path in (("plainleaf.toml", ()), ("pyproject.toml", ("tool", "plainleaf"))):
        file = root / name
        if not file.is_file():
            continue
        table = _parse(file)
        for key in path:
            table = _table(table.get(key, {}), key, Place(name))
        if table:
            return _project(root, name, table)
    raise ConfigError(
        f"{root} holds no plainleaf.toml and no [tool.plainleaf] in a pyproject.toml.",
        'Write a plainleaf.toml such as: locales = ["pl"], or name the folder with --project.',
    )


def refuse_unknown_leaflets(project: Project, known: set[str]) -> None:
    """Refuse settings for a leaflet that is not there: they would silently hold for nothing.

    Raises:
        ConfigError: the policy or the anchors name one.
    """
    names = known | {*project.planned}
    named = [("[policy.leaflets]", name) for name, _ in project.policy.leaflets]
    for setting, name in [*named, *(("“anchors”", name) for name in project.anchors)]:
        if name not in names:
            problem = f"{setting} names “{name}”, and there is no such leaflet."
            raise ConfigError(problem, _known(names), Place(project.file))


def _parse(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        if much := too_much(text):
            raise ConfigError(*much[1:], Place(file.name, much[0]))
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"This is not TOML ({error}).", "Mend it.", Place(file.name)) from error


def _table(value: Any, name: str, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"“{name}” is no table.", f"Write it under [{name}].", place)
    return value


def _project(root: Path, file: str, table: dict[str, Any]) -> Project:
    place = Place(file)
    known = {each.name for each in fields(Project)} - {"root", "file"} | {*_STEPS_OF_ALL}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"There is no setting “{key}”.", _known(known), place)
        if key != "policy":
            values[key] = _value(key, value, place)
    steps = {key: values.pop(key) for key in _STEPS_OF_ALL if key in values}
    policy = replace(_POLICY, **steps, **_policy(table.get("policy", {}), place))
    project = Project(root=root, file=file, policy=policy, **values)
    for tag, _ in policy.locales:
        if tag not in (tags := {one.tag for one in project.locales}):
            problem = f"[policy.locales] names “{tag}”, and the project has no such locale."
            raise ConfigError(problem, _known(tags), place)
    return project


def _value(key: str, value: Any, place: Place) -> Any:
    if key == "limits":
        return _limits(value, place)
    if key == "source_locale":
        return _locale(value, place)
    if key in {"anchors", "locales", "planned"}:
        texts = _texts(key, value, place)
        return tuple(_locale(one, place) for one in texts) if key == "locales" else texts
    if key in _STEPS_OF_ALL:
        return _steps(key, value, place)
    if not isinstance(value, str):
        raise ConfigError(f"“{key}” is not a text.", "Put it in quotation marks.", place)
    return value


def _texts(key: str, value: Any, place: Place) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigError(f"“{key}” is not a list of texts.", 'Write ["…", "…"].', place)
    return tuple(value)


def _policy(table: Any, place: Place) -> dict[str, Any]:
    """What the policy says of safety blocks, of single leaflets and of single locales."""
    values: dict[str, Any] = {}
    for key, value in _table(table, "policy", place).items():
        if key == "safety":
            values["safety"] = _steps("policy.safety", value, place)
        elif key in {"leaflets", "locales"}:
            named = _table(value, f"policy.{key}", place)
            values[key] = tuple(
                (
                    name if key == "leaflets" else _locale(name, place).tag,
                    _steps(f"policy.{key}.{name}", steps, place, empty=False),
                )
                for name, steps in named.items()
            )
        else:
            known = _known({"safety", "leaflets", "locales"})
            raise ConfigError(f"There is no policy for “{key}”.", known, place)
    return values


def _steps(key: str, value: Any, place: Place, *, empty: bool = True) -> tuple[str, ...]:
    """Steps that a policy asks for: known ones, and among them what each of them needs."""
    steps, source = _texts(key, value, place), key == "source_steps"
    known = {
        step for step in STEPS if step != "withdraw" and (TRANSITIONS[step].of_source or not source)
    }
    for step in steps:
        if step not in known:
            raise ConfigError(f"“{key}” names an unknown step, “{step}”.", _known(known), place)
        needs = TRANSITIONS[step].needs
        if needs and not source and not set(needs) & set(steps):
            problem = f"In “{key}”, “{step}” can never count."
            raise ConfigError(problem, f"Name “{'” or “'.join(needs)}” as well.", place)
    if not steps and not empty:
        remedy = "Name its steps, or take it out."
        raise ConfigError(f"“{key}” names no step.", remedy, place)
    return steps


def _limits(table: Any, place: Place) -> Limits:
    known = {each.name for each in fields(Limits)}
    for key, value in _table(table, "limits", place).items():
        if key not in known:
            raise ConfigError(f"There is no limit “{key}”.", _known(known), place)
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            raise ConfigError(f"The limit “{key}” is not a number.", "Write a number.", place)
    return Limits(**table)


def _locale(tag: Any, place: Place) -> Locale:
    try:
        return locale_of(str(tag))
    except UnknownLocale as error:
        raise ConfigError(str(error), "Write a BCP 47 tag such as pl or zh-Hans.", place) from error


def _known(names: set[str]) -> str:
    return f"Plainleaf knows {', '.join(sorted(names))}."
