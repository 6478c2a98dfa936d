from fastapi import APIRouter, HTTPException, Request

import orders.core
from orders.schemas import OrderIn, OrderOut

router = APIRouter(tags=["orders"])


@router.post("", status_code=201)
def create(order: OrderIn, request: Request) -> OrderOut:
    try:
        return request.app.state.store.add(order)
    except orders.core.UnknownCountry as error:
        raise HTTPException(422, f"no tax rate for {error}") from error


@router.get("/{order_id}")
def read(order_id: int, request: Request) -> OrderOut:
    found = request.app.state.store.get(order_id)
    if found is None:
        raise HTTPException(404, "no such order")
    return found
