"""When a delivery is tried again: the schedule of the Standard Webhooks specification."""

from .delivery import Attempt, Standing

DELAYS = (0.0, 5.0, 300.0, 1800.0, 7200.0, 18000.0, 36000.0, 50400.0, 72000.0, 86400.0)
"""Seconds before each attempt, from the one before."""
LONGEST_WAIT = 86400.0
GONE = 410


def after(attempts: int, attempt: Attempt) -> Standing:
    """Return what a delivery is after an attempt; `attempts` counts it. Only a 2xx is a receipt; a redirect is none."""
    if attempt.status is not None and 200 <= attempt.status < 300:
        return "delivered"
    if attempt.status == GONE or attempts >= len(DELAYS):
        return "failed"
    return "pending"


def due_in(attempts: int, attempt: Attempt) -> float:
    """Return how many seconds after an attempt the next one is due: never sooner than the receiver asked for."""
    planned = DELAYS[min(attempts, len(DELAYS) - 1)]
    return max(planned, min(attempt.retry_after or 0.0, LONGEST_WAIT))
