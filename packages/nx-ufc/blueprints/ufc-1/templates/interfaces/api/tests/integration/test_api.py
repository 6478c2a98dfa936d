"""The API, through its HTTP client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from <%= pkg %>.interface.api.app import create_app

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(str(tmp_path / "items.json")))


def test_health(client: TestClient) -> None:
    assert client.get("/<%= project %>/health").json() == {"status": "ok"}


def test_items_are_added_and_found(client: TestClient) -> None:
    created = client.post("/<%= project %>/items", json={"name": "pen"})
    assert (created.status_code, created.json()) == (201, {"id": 1, "name": "pen"})
    assert client.get("/<%= project %>/items/1").json() == created.json()
    assert client.get("/<%= project %>/items").json() == [created.json()]


def test_errors_are_answers(client: TestClient) -> None:
    assert client.get("/<%= project %>/items/9").status_code == 404
    assert client.post("/<%= project %>/items", json={"name": ""}).status_code == 422
