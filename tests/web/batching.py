"""Batches on the pages, for tests."""

import re
import time

from starlette.testclient import TestClient

SENT = (
    "Candidate,Question,Answer,Remark\n"
    'ann,When to use cache?,"Slow queries, with a TTL",=1+1\n'
    "bob <b>,When to use cache?,never cache,\n"
    "ann,How to scale backend?,More servers behind a load balancer,\n"
    "cy,How to scale backend?,,\n"
    "cy,No such question at all,anything,\n"
)


def uploaded(client: TestClient, text: str = SENT, name: str = "take.csv") -> str:
    """Upload a file and return the address of what it is taken for."""
    reply = client.post("/batches", files={"file": (name, text.encode("utf-8"))}, follow_redirects=False)
    assert reply.status_code == 303, reply.text
    return str(reply.headers["location"])


def begun(client: TestClient, text: str = SENT, name: str = "take.csv", **fields: object) -> str:
    """Begin a batch from a file, wait until it has ended, and return its address."""
    found = re.search(r"upload=([^&]+)", uploaded(client, text, name))
    assert found
    sent = {"upload": found[1], "name": name, **fields}
    reply = client.post("/batches/new", data=sent, follow_redirects=False)
    assert reply.status_code == 303, reply.text
    place = str(reply.headers["location"])
    until = time.monotonic() + 30
    while "hx-refresh" not in client.get(f"{place}/progress").headers:
        assert time.monotonic() < until
        time.sleep(0.05)
    return place


def queued(client: TestClient, place: str) -> str:
    """Return the page of the row that waits first."""
    return client.get(f"{place}/queue").text
