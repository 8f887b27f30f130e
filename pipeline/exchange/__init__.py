"""What people who work without version control are given: one line here for each format."""

from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.exchange._cells import LARGEST, SEPARATORS

if TYPE_CHECKING:
    from pipeline.exchange._parcel import Exchange

__all__ = ["EXCHANGES", "LARGEST", "SEPARATORS", "get_exchange"]

EXCHANGES = ("approval",)
"""Modules, each loaded when it is asked for."""


def get_exchange(name: str) -> "Exchange":
    """One format; its module says `EXCHANGE`."""
    exchange: Exchange = import_module(f"pipeline.exchange.{name}").EXCHANGE
    return exchange
