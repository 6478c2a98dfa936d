from decimal import Decimal

from orders.schemas import LineIn, OrderIn
from orders.store import OrderStore, session_factory


def test_default_country():
    store = OrderStore(session_factory("sqlite:///:memory:"), "at")
    saved = store.add(OrderIn(customer="Bo", lines=[LineIn(article="ink", price=Decimal("5"))]))
    assert (saved.country, saved.total) == ("at", Decimal("6.00"))
    assert store.get(saved.id) == saved
