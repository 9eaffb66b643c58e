"""Which addresses a webhook may have: only public hosts, by https; judged on the address that is connected to."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from grader.errors import WebhookRefused

PORTS = frozenset({443, 8443})
LONGEST_URL = 2000
# ipaddress calls these global, but they lead to other networks: NAT64, 6to4, Teredo, IPv4-compatible, SRv6, ORCHID.
_LEADING_ELSEWHERE = tuple(
    map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/23", "::/96", "5f00::/16", "fec0::/10"))
)
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".localdomain", ".home.arpa", ".onion", ".test", ".invalid")


def check_url(url: str) -> str:
    """Return an address that a webhook may have. Raises WebhookRefused.

    Hosts are names in plain ASCII: other digits and dots are turned into those of an address by resolvers.
    """
    if not url.isascii() or len(url) > LONGEST_URL or re.search(r"[\s\\\x00-\x1f\x7f]", url):
        raise WebhookRefused
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        raise WebhookRefused from None
    if parts.scheme != "https" or port not in PORTS or "@" in parts.netloc or parts.fragment:
        raise WebhookRefused
    host = (parts.hostname or "").rstrip(".")
    if _literal(host) is not None or not _HOST.fullmatch(host) or host.endswith(_PRIVATE_NAMES):
        raise WebhookRefused
    return url


def is_public(address: str) -> bool:
    """Return whether an address, as a resolver gave it, is a public one of a single machine."""
    found = _literal(address)
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if any(found in network for network in _LEADING_ELSEWHERE):
            return False
    return found is not None and found.is_global and not found.is_multicast and not found.is_reserved


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None
