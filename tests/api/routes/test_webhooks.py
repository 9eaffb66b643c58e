"""Webhooks over HTTP."""

from collections.abc import Iterator

import pytest

from tests.api.batching import Shop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    made = Shop(tmp_path_factory.mktemp("data"))
    yield made
    made.close()


def test_a_webhook_is_made_told_listed_and_deleted(shop: Shop) -> None:
    made = shop.client.post("/v1/webhooks", json={"url": "https://hooks.example.com/a"}).json()
    assert made.pop("secret").startswith("whsec_")
    assert shop.client.get("/v1/webhooks").json()["webhooks"] == [made]
    shop.send(key="told")
    shop.engine.run()
    (line,) = shop.client.get(f"/v1/webhooks/{made['id']}/deliveries").json()["deliveries"]
    assert (line["kind"], line["standing"], line["attempts"], line["status"]) == ("batch.completed", "pending", 0, None)
    assert shop.client.delete(f"/v1/webhooks/{made['id']}").status_code == 204
    assert shop.client.delete(f"/v1/webhooks/{made['id']}").status_code == 404
    assert shop.client.get(f"/v1/webhooks/{made['id']}/deliveries").status_code == 404


@pytest.mark.parametrize("url", ["http://example.com/", "https://127.0.0.1/", "https://localhost/", "x"])
def test_an_address_within_is_refused(shop: Shop, url: str) -> None:
    reply = shop.client.post("/v1/webhooks", json={"url": url})
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/webhook-refused")
