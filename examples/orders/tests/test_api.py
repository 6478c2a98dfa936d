def test_health(client):
    assert client.get("/health").json() == {"status": "ok"}


def test_create_and_read(client):
    body = {"customer": "Ada", "lines": [{"article": "pen", "price": "10.00"}, {"article": "cap", "price": "2.50"}]}
    created = client.post("/orders", json=body)
    assert created.status_code == 201
    assert created.json()["total"] == "14.88"
    assert client.get(f"/orders/{created.json()['id']}").json() == created.json()


def test_unknown_country(client):
    body = {"customer": "Ada", "country": "xx", "lines": []}
    assert client.post("/orders", json=body).status_code == 422


def test_missing_order(client):
    assert client.get("/orders/99").status_code == 404
