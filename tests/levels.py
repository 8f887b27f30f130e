"""A project whose leaflet is long enough for a reading level, for tests: English and Polish."""

from collections.abc import Callable
from pathlib import Path

import polib

from pipeline import build
from pipeline.config import load
from tests.conftest import TODAY

MakeProject = Callable[..., Path]
SETTINGS = 'name = "Small"\nlocales = ["pl", "ar"]\n'
TITLE = "Tea and water"
WORDS = {
    "You can drink water or tea all day, and you can ask for more of both when you wish.":
    "Przez cały dzień możesz pić wodę lub herbatę i prosić o więcej, kiedy tylko chcesz.",
    "Ask your team about a [biopsy](term:biopsy) whilst you wait, and write down what they say.":
    "Czekając, zapytaj zespół o [biopsję](term:biopsy) i zapisz, co ci powiedzą.",
    "Some people like to go for a walk in the park with a friend, in the morning or at night.":
    "Niektórzy ludzie lubią iść na spacer do parku z przyjacielem, rano albo wieczorem.",
    "It helps to eat a little food each day, and to sleep as long as your body wants to.":
    "Pomaga jeść codziennie trochę i spać tak długo, jak chce tego twoje ciało.",
    "Tell the people who are close to you how you feel, and let them do some of the work.":
    "Powiedz bliskim ludziom, jak się czujesz, i pozwól im wykonać część pracy.",
    "You may feel sad or cross or well, and all of that is fine for you and for your friends.":
    "Możesz czuć smutek, złość albo spokój, i wszystko to jest dobre dla ciebie i przyjaciół.",
    "Your nurse has time to talk, and you can call each day to ask what you want to know.":
    "Twoja pielęgniarka ma czas na rozmowę i możesz dzwonić codziennie, aby o coś zapytać.",
    "A warm bath or a good book can help you to rest at the end of a long and busy day.":
    "Ciepła kąpiel albo dobra książka pomogą ci odpocząć pod koniec długiego dnia pełnego spraw.",
    "You can bring your own [cup](term:cup), and share the tea and the bread with all who come.":
    "Możesz przynieść własny [kubek](term:cup) i podzielić się herbatą i chlebem z gośćmi.",
    "Put your name on the list at the desk, and take a seat by the window while you wait.":
    "Wpisz swoje nazwisko na listę przy biurku i usiądź przy oknie, gdy będziesz czekać.",
}  # fmt: skip
"""Each block of the leaflet, and its translation."""
OTHERS = {
    TITLE: "Herbata i woda",
    "What to drink.": "Co pić.",
    "What you can do": "Co możesz zrobić",
    "biopsy": "biopsja",
    "A test.": "Badanie.",
    "cup": "kubek",
    "mug": "filiżanka",
    "You drink from it.": "Z tego się pije.",
}
FRONT = f"""---
title: {TITLE}
description: What to drink.
version: 1
owner:
reviewer:
reviewed:
next_review:
---

## What you can do {{#do}}
"""
GLOSSARY = """[biopsy]
term = "biopsy"
meaning = "A test."
basis = "seed"

[cup]
term = "cup"
meaning = "You drink from it."
basis = "seed"
use = "avoid"
instead = "mug"

[nurse]
term = "nurse"
meaning = "Someone who cares for you."
basis = "seed"
use = "avoid"
instead = "carer"
"""


def make_drinks(make_project: MakeProject, *, translated: int = len(WORDS)) -> Path:
    """The project's folder, with so many blocks in Polish and none in Arabic."""
    body = "\n\n".join(f"{text} <!-- evidence: none, a test -->" for text in WORDS)
    source = {"leaflets": {"drinks.md": f"{FRONT}\n{body}\n"}, "glossary.toml": GLOSSARY}
    root = make_project({"source": source}, settings=SETTINGS)
    project = load(root)
    build.extract(project, TODAY)
    list(build.update(project, TODAY))
    known = OTHERS | dict(list(WORDS.items())[:translated])
    for domain in ("drinks", "glossary"):
        path = project.catalogue(domain, project.locales[0])
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = known.get(entry.msgid, "")
        catalogue.save(str(path))
    return root
