"""Prints, as JSON, which checks of the installed Checkov judge which resource type of AWS and Google Cloud.

Run it with the Python of the tool's virtual environment: the registries are Checkov's own.
"""

import json
import logging
import re
from importlib.metadata import version
from pathlib import Path

logging.disable(logging.CRITICAL)

import checkov.terraform  # noqa: E402
from checkov.terraform.checks.data.registry import data_registry  # noqa: E402
from checkov.terraform.checks.provider.registry import provider_registry  # noqa: E402
from checkov.terraform.checks.resource.registry import resource_registry  # noqa: E402
from checkov.terraform.runner import Runner  # noqa: E402,F401  loads every check

OURS = re.compile(r"(aws|google)(_|$)")
GRAPH = Path(checkov.terraform.__file__).parent / "checks" / "graph_checks"


def attribute_checks():
    """Checks of one block: (type, id). A data source or a provider is named as one."""
    registries = {"": resource_registry, "data.": data_registry, "provider.": provider_registry}
    for prefix, registry in registries.items():
        for checks_of in (registry.checks, registry.wildcard_checks):
            for block, checks in checks_of.items():
                for check in checks:
                    yield prefix + block, check.id


def graph_checks():
    """Checks of related resources: each type that a condition looks at or that the filter picks."""
    for file in sorted(GRAPH.rglob("*.json")):
        check = json.loads(file.read_text("utf-8"))
        for block in types_in(check["definition"]):
            yield block, check["metadata"]["id"]


def types_in(condition):
    if isinstance(condition, list):
        return {block for each in condition for block in types_in(each)}
    if not isinstance(condition, dict):
        return set()
    own = names(condition.get("resource_types", ()))
    if condition.get("attribute") == "resource_type":
        own |= names(condition["value"])
    return own | {block for each in condition.values() for block in types_in(each)}


def names(given):
    return {given} if isinstance(given, str) else set(given)


def facts():
    types = {}
    for block, check in [*attribute_checks(), *graph_checks()]:
        if OURS.match(block.split(".")[-1]):
            types.setdefault(block, set()).add(check)
    return {"version": version("checkov"), "types": {name: sorted(types[name]) for name in sorted(types)}}


print(json.dumps(facts()))
