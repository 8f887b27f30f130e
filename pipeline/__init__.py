"""Plainleaf: health leaflets written once in plain English, published in every language.

source/*.md  --extract-->  locales/*.pot  --update-->  locales/<locale>/LC_MESSAGES/*.po
source/*.md + catalogue + ledger + region  --read-->  Document  --build-->  build/<edition>/
Document, Catalogue, Artifact  --check-->  outcomes

Modules stand on floors and import downwards only; `tests/test_floors.py` holds the list.
"""

__version__ = "0.1.0"
