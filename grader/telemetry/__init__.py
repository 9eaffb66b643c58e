"""What the service says about itself: log lines, metrics, readiness. Never an answer, a name or a key."""

from .checks import Check, Finding, disk_check, examine
from .logs import configure, log, silence
from .metrics import CONTENT_TYPE, Metrics
from .standard import forward

__all__ = [
    "CONTENT_TYPE",
    "Check",
    "Finding",
    "Metrics",
    "configure",
    "disk_check",
    "examine",
    "forward",
    "log",
    "silence",
]
