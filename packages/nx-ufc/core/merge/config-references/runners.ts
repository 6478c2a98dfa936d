/** Programs that a command line of a service begins with, in what deploys it: `gunicorn pkg.app:app`. */
export const RUNNER =
  /^(python[\d.]*|gunicorn|uvicorn|hypercorn|daphne|granian|celery|dramatiq|rq|arq|flask|fastapi|uwsgi|waitress-serve|alembic|pytest|py\.test|mypy|pylint|flake8|ruff|black|isort|pybabel|coverage|streamlit|chainlit|litestar|sanic|quart|taskiq|faststream|huey_consumer(\.py)?|nameko|locust|twistd|scrapy|dagster|prefect|bentoml|modal|torchrun|functions-framework|behave|robot)$/;

/** What stands before the program of a command: settings, programs that run another one, and their options. */
const BEFORE =
  /^(?:(?:\w+=\S*|-\S+|exec|sudo|env|nohup|time|ddtrace-run|opentelemetry-instrument|(?:newrelic-admin|uv|poetry|pipenv|pdm|hatch|rye|pixi|pipx|conda|mamba)\s+run(?:-program)?|(?:\/\S*\/)?(?:ba|da|z)?sh\s+-\w*c|tini|dumb-init)\s+["']?)*/;

/** Is a text a command line of which a part runs a known program: `cd app && exec gunicorn pkg.app:app`? */
export function isCommandLine(text: string): boolean {
  return text.split(/&&|\|\||[;|\n]/).some((part) => {
    const [program] = part.trim().replace(BEFORE, '').split(/\s/, 1);
    return RUNNER.test(program.slice(program.lastIndexOf('/') + 1));
  });
}
