"""The application: `uvicorn <%= pkg %>.interface.api.app:app`."""

from __future__ import annotations

import os

from fastapi import FastAPI

from <%= pkg %>.core.services.catalogue import open_catalogue
from <%= pkg %>.interface.api.router import router
<% if (interfaces.includes('web')) { -%>
from <%= pkg %>.interface.web.pages import pages
<% } -%>

DEFAULT_DATA_FILE = "<%= project %>.json"


def create_app(data_file: str | None = None) -> FastAPI:
    """Make the application.

    Args:
        data_file: File of the items; by default what <%= environment %>_DATA_FILE says.

    Returns:
        The application.
    """
    path = data_file or os.environ.get("<%= environment %>_DATA_FILE", DEFAULT_DATA_FILE)
    application = FastAPI(title="<%= project %>")
    application.state.<%= identifier %>_catalogue = open_catalogue(path)
    application.include_router(router)
<% if (interfaces.includes('web')) { -%>
    application.include_router(pages)
<% } -%>
    return application


app = create_app()
