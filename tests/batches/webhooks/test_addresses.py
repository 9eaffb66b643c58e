"""Addresses that webhooks may and may not have."""

import pytest

from grader.batches.webhooks import check_url, is_public
from grader.errors import WebhookRefused

REFUSED = (
    "http://example.com/", "ftp://example.com/", "https://example.com:80/", "https://example.com:22/",
    "https://user@example.com/", "https://user:pass@example.com/", "https://example.com/#f", "https://",
    "//example.com",
    "example.com", "", "https://localhost/", "https://localhost.localdomain/", "https://a.localhost/",
    "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/",
    "https://0177.0.0.1/", "https://017700000001/", "https://127.0.0.1./", "https://0/", "https://0.0.0.0/",
    "https://10.0.0.1/", "https://172.16.0.1/", "https://192.168.0.1/", "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/", "https://224.0.0.1/", "https://255.255.255.255/", "https://[::1]/", "https://[::]/",
    "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[fe80::1]/", "https://[fe80::1%25eth0]/",
    "https://[fc00::1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[ff02::1]/",
    "https://[2606:4700::1111]/", "https://8.8.8.8/", "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/", "https://１２７.0.0.1/",
    "https://ｌocalhost/", "https://metadata.google.internal/", "https://printer.local/", "https://a.home.arpa/",
    "https://intranet/", "https://ex ample.com/", "https://example.com\\@127.0.0.1/", "https://example.com\t.evil.com/",
    "https://example.com\r\nHost: a/", "https://exa\x00mple.com/", "https://example.com:443:80/",
    "https://example.com:99999/", "https://-a.com/", "https://a..com/", "https://1.2.3.4.5/", "https://0xa.com.1/",
    "https://[::1", "https://" + "a" * 254 + ".com/", "https://example.com/" + "a" * 2000, "file:///etc/passwd",
    "gopher://example.com:443/", "HTTPS://127.0.0.1/",
)  # fmt: skip
NOT_PUBLIC = (
    "127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1",
    "0.0.0.0",
    "224.0.0.1", "239.1.1.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
    "ff0e::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::1",
    "2002:808:808::1", "2001::1", "2001:db8::1", "::127.0.0.1", "::8.8.8.8", "fec0::1", "5f00::1", "not an address", "",
)  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_may_lead_within_is_refused(url: str) -> None:
    with pytest.raises(WebhookRefused):
        check_url(url)


@pytest.mark.parametrize(
    "url", ["https://hooks.example.com/a?b=c", "https://example.com:8443/", "https://xn--bcher-kva.example"]
)
def test_public_hosts_by_https_are_taken(url: str) -> None:
    assert check_url(url) == url


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_never_connected_to(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_connected_to(address: str) -> None:
    assert is_public(address)


def test_the_table_has_sixty_addresses() -> None:
    assert len(REFUSED) >= 60
