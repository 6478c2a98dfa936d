from fastapi import FastAPI

from ..config import load_settings
from ..store import OrderStore, session_factory
from . import health
from .routes import router


def create_app() -> FastAPI:
    settings = load_settings()
    app = FastAPI(title="orders")
    app.state.store = OrderStore(session_factory(settings.database_url), settings.default_country)
    app.include_router(health.router)
    app.include_router(router, prefix="/orders")
    return app


app = create_app()
