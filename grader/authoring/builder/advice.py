"""Advice within a unit: "avoid A", "prefer A over B", "A instead of B"."""

import re

_AGAINST = r"avoid|never|don't|do not|not(?: for| in| on| when| to)?|no|stay away from"
_AVOID = re.compile(rf"^(?:(?:always|please|it is best|try|prefer)\s+(?:to\s+)?)?(?:{_AGAINST})\s+(.+)$", re.IGNORECASE)
_PREFER = re.compile(
    r"^(?:prefer|choose|favou?r|use|pick)\s+(.+?)\s+(?:over|instead of|rather than|than)\s+(.+)$", re.IGNORECASE
)
_INSTEAD = re.compile(r"^(.+?)\s+(?:instead of|rather than)\s+(.+)$", re.IGNORECASE)
_ONLY_PREFER = re.compile(r"^(?:prefer|favou?r)\s+(?:to\s+)?(?:use\s+)?(.+)$", re.IGNORECASE)


def avoided(unit: str) -> str | None:
    """Return what a unit advises against, None if it does not."""
    found = _AVOID.match(unit)
    return found[1] if found and any(map(str.isalnum, found[1])) else None


def preferred(unit: str) -> tuple[str, str] | None:
    """Return what a unit prefers and over what, None if it does not."""
    found = _PREFER.match(unit) or _INSTEAD.match(unit)
    return (found[1], found[2]) if found and all(any(map(str.isalnum, side)) for side in found.groups()) else None


def advised(unit: str) -> str:
    """Return a unit without the "prefer" it begins with."""
    found = _ONLY_PREFER.match(unit)
    return found[1] if found and any(map(str.isalnum, found[1])) else unit
