"""Orders in the database."""

from decimal import Decimal

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from . import core, models
from .schemas import OrderIn, OrderOut


def session_factory(url: str) -> sessionmaker[Session]:
    engine = create_engine(url, connect_args={"check_same_thread": False}, poolclass=StaticPool)
    models.Base.metadata.create_all(engine)
    return sessionmaker(engine)


class OrderStore:
    """Reads and writes orders; every call is one transaction."""

    def __init__(self, sessions: sessionmaker[Session], default_country: str) -> None:
        self._sessions = sessions
        self._default_country = default_country

    def add(self, order: OrderIn) -> OrderOut:
        country = order.country or self._default_country
        core.Pricing.of(country)
        with self._sessions.begin() as session:
            row = models.Order(customer=order.customer, country=country)
            row.lines = [
                models.OrderLine(article=line.article, price_cents=int(line.price * 100)) for line in order.lines
            ]
            session.add(row)
            session.flush()
            return self._view(row)

    def get(self, order_id: int) -> OrderOut | None:
        with self._sessions() as session:
            row = session.get(models.Order, order_id)
            return self._view(row) if row else None

    def _view(self, row: models.Order) -> OrderOut:
        prices = [Decimal(line.price_cents) / 100 for line in row.lines]
        return OrderOut(id=row.id, customer=row.customer, country=row.country, total=core.total(prices, row.country))
