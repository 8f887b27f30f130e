"""Puts the interface's catalogues into the wheel, where other projects find them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class InterfaceCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # as hatchling shows
    """`locales/<locale>/LC_MESSAGES/interface.po` → `pipeline/data/interface/<locale>.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to copy; an editable installation reads them where they are."""
        if version == "editable":
            return
        for file in sorted(Path(self.root).glob("locales/*/LC_MESSAGES/interface.po")):
            locale = file.parts[-3]
            build_data["force_include"][str(file)] = f"pipeline/data/interface/{locale}.po"
