"""Instants as texts: RFC 3339 in UTC, always 27 characters, so that their order is that of time."""

from datetime import UTC, datetime


def to_text(instant: datetime) -> str:
    """Return an instant, which must know its time zone, as a text."""
    if instant.tzinfo is None:
        raise ValueError("an instant must know its time zone")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def to_instant(text: str) -> datetime:
    """Return the instant that a text means."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
