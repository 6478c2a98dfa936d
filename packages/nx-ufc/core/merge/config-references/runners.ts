/** Programs that a command line of a service begins with, in what deploys it: `gunicorn pkg.app:app`. */
export const RUNNER =
  /^(python[\d.]*|gunicorn|uvicorn|hypercorn|daphne|granian|celery|dramatiq|rq|arq|flask|fastapi|uwsgi|waitress-serve|alembic|pytest|py\.test|mypy|pylint|flake8|ruff|black|isort|pybabel|coverage)$/;
