"""Reads YAML as programs other than dalil do: by the core schema of YAML 1.2, in which `no` is text and `2026` a number."""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(yaml.CSafeLoader):
    """PyYAML with the types of YAML 1.2 instead of those of 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$", list("-+.0123456789")),
):  # fmt: skip
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: _int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: _float(node.value))


def _int(text: str) -> float:
    return int(text) if len(text) < 300 else float(text)


def _float(text: str) -> float:
    return float(text.replace(".inf", "inf").replace(".nan", "nan").lower().lstrip("."))


def read_core(text: str) -> Any:
    """The data of one document."""
    return yaml.load(text, Loader=CoreLoader)
