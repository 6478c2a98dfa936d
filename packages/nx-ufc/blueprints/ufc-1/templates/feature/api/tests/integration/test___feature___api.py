"""The routes of <%= feature.words %>, through an HTTP client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from <%= pkg %>.interface.api.<%= feature.identifier %>_routes import <%= feature.identifier %>_router

if TYPE_CHECKING:
    from pathlib import Path

URL = "/<%= project %>/<%= feature.name %>"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("<%= feature.env %>", str(tmp_path / "kept.json"))
    application = FastAPI()
    application.include_router(<%= feature.identifier %>_router)
    return TestClient(application)


def test_they_are_added_and_found(client: TestClient) -> None:
    created = client.post(URL, json={"name": "a"})
    assert (created.status_code, created.json()) == (201, {"id": 1, "name": "a"})
    assert client.get(f"{URL}/1").json() == created.json()
    assert client.get(URL).json() == [created.json()]


def test_errors_are_answers(client: TestClient) -> None:
    assert client.get(f"{URL}/9").status_code == 404
    assert client.post(URL, json={"name": ""}).status_code == 422
