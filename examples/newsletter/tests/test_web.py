import sys

import pytest

from newsletter import web


@pytest.fixture
def client():
    return web.create_app().test_client()


def test_index_renders_the_template(client):
    assert "<h1>Newsletter</h1>" in client.get("/").text


def test_double_opt_in(client):
    token = client.post("/api/subscriptions", json={"email": "ada@example.org", "topics": ["math"]}).get_json()["token"]
    assert client.put("/api/subscriptions/ada@example.org/confirmation", json={"token": "wrong"}).status_code == 403
    assert client.put("/api/subscriptions/ada@example.org/confirmation", json={"token": token}).status_code == 200


def test_extension_is_loaded(client):
    client.post("/api/subscriptions", json={"email": "bo@example.org", "topics": ["math", "art"]})
    assert client.get("/topics").get_json() == {"art": 1, "math": 1}
    assert "newsletter.reports" in sys.modules
