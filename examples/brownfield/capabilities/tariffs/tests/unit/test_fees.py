from __future__ import annotations

import pytest

from au_sys_tariffs import fee_of
from au_sys_tariffs.core.schemas.parcel import Parcel


@pytest.mark.parametrize(("grams", "fee"), [(1, 610), (1000, 610), (1001, 730)])
def test_each_kilo_that_began_counts(grams, fee):
    assert fee_of(Parcel(grams=grams)) == fee


def test_abroad_is_twice():
    assert fee_of(Parcel(grams=500, abroad=True)) == 1220
