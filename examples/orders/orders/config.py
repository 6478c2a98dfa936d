"""Settings, read from the environment once."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    default_country: str
    api_token: str


def load_settings() -> Settings:
    return Settings(
        database_url=os.environ.get("ORDERS_DATABASE_URL", "sqlite:///:memory:"),
        default_country=os.getenv("ORDERS_DEFAULT_COUNTRY", "de"),
        api_token=os.getenv("ORDERS_API_TOKEN", ""),
    )
