import doctest
import pickle
from decimal import Decimal
from unittest import mock

import pytest

import orders
import orders.core
from orders.core import Pricing, UnknownCountry, total


def test_total_uses_the_table_of_the_country():
    assert total([Decimal("100")], "fr") == Decimal("120.00")


def test_rates_are_read_where_they_are_used():
    with mock.patch("orders.core.tax_rates", return_value={"xx": Decimal("1")}):
        assert orders.core.total([Decimal("2")], "xx") == Decimal("4.00")


def test_unknown_country_is_logged(caplog):
    with caplog.at_level("WARNING", logger="orders.core"), pytest.raises(UnknownCountry):
        Pricing.of("zz")
    assert [record.name for record in caplog.records] == ["orders.core"]


def test_facade_is_the_same_object():
    assert orders.Pricing is Pricing
    assert pickle.loads(pickle.dumps(Pricing("de", Decimal("0.19")))) == Pricing("de", Decimal("0.19"))


def test_repr_names_the_module():
    assert str(Pricing) == "<class 'orders.core.Pricing'>"


def test_examples_in_docstrings():
    assert doctest.testmod(orders.core).failed == 0
