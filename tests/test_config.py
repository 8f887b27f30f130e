"""Settings: what is known, and what is refused by name."""

from pathlib import Path

import pytest

from pipeline.config import load
from pipeline.errors import ConfigError
from pipeline.locale import bcp47, gettext_name, locale_of


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('colour = "red"', "no setting “colour”"),
        ('locales = "pl"', "not a list"),
        ('locales = ["xx-none"]', "no language"),
        ('steps = ["approve"]', "unknown step"),
        ('steps = ["withdraw"]', "unknown step, “withdraw”"),
        ('steps = ["translate", "proofread"]', "“proofread” can never count.*Name “revise” or"),
        ('source_steps = ["translate"]', "unknown step, “translate”"),
        ("policy = 3", "“policy” is no table"),
        ('[policy]\nsafty = ["translate"]', "no policy for “safty”"),
        ('[policy]\nsafety = ["approve"]', "“policy.safety” names an unknown step, “approve”"),
        ('[policy.leaflets]\na = ["revise"]', "“policy.leaflets.a”, “revise” can never count"),
        ("[policy.leaflets]\na = []", "“policy.leaflets.a” names no step"),
        ('[policy.locales]\nso = ["translate"]', "“so”, and the project has no such locale"),
        ("name = 3", "not a text"),
        ("[limits]\nwords = 3", "no limit “words”"),
        ('[limits]\nsentence_words = "many"', "not a number"),
        ("name = ", "not TOML"),
        pytest.param("name = " + "[" * 100_000, "nested over", id="deep"),
        pytest.param("name = " + "9" * 5_000, "not TOML", id="long"),
        ("limits = 3", "“limits” is no table"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "plainleaf.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=problem) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(("plainleaf.toml: ", "plainleaf.toml:1: "))


def test_settings_may_stand_in_pyproject(tmp_path: Path) -> None:
    text = '[tool.plainleaf]\nlocales = ["zh-Hans"]\n[tool.plainleaf.limits]\nsentence_words = 15\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    project = load(tmp_path)
    assert project.limits.sentence_words == 15
    assert project.catalogue("one", project.locales[0]).parts[-3:] == (
        "zh_Hans", "LC_MESSAGES", "one.po",
    )  # fmt: skip


def test_a_policy_may_be_set_for_safety_blocks_leaflets_and_locales(tmp_path: Path) -> None:
    text = (
        '[tool.plainleaf]\nlocales = ["pl", "zh-Hans"]\nsteps = ["translate", "revise"]\n'
        "[tool.plainleaf.policy]\n"
        'safety = ["translate", "revise", "clinical"]\n[tool.plainleaf.policy.leaflets]\n'
        '"09-questions" = ["translate"]\n[tool.plainleaf.policy.locales]\n'
        'zh_Hans = ["translate", "reader"]\n'
    )
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    project = load(tmp_path)
    assert project.steps == ("translate", "revise")
    assert project.source_steps == ("clinical", "proofread")
    needed = project.policy.needed
    assert needed("any", "pl", safety=True, source=False)[-1] == "clinical"
    assert needed("09-questions", "pl", safety=False, source=False) == ("translate",)
    assert needed("any", "zh-Hans", safety=False, source=False) == ("translate", "revise", "reader")


@pytest.mark.parametrize("text", ['tool = "x"', "[tool]\nplainleaf = 3"])
def test_settings_in_pyproject_are_a_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml: “\w+” is no table"):
        load(tmp_path)


def test_a_folder_without_settings_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no plainleaf\.toml"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("pl", "pl"), ("pt-BR", "pt_BR"), ("zh-Hans", "zh_Hans"), ("pa-Arab", "pa_Arab"),
        ("ca-valencia", "ca@valencia"), ("en-GB", "en_GB"), ("zh-Hant-HK", "zh_Hant_HK"),
    ],
)  # fmt: skip
def test_names_of_locales_map_both_ways(tag: str, name: str) -> None:
    assert gettext_name(tag) == name
    assert bcp47(name) == tag


def test_a_modifier_for_a_script_becomes_the_script() -> None:
    assert bcp47("sr@latin") == "sr-Latn"


@pytest.mark.parametrize(("tag", "direction"), [("ar", "rtl"), ("ur", "rtl"), ("pa", "ltr")])
def test_direction_comes_from_cldr(tag: str, direction: str) -> None:
    assert locale_of(tag).direction == direction
