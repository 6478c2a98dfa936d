import click

from .services import Directory, make_token


@click.group()
def cli() -> None:
    """Newsletter on the command line."""


@cli.command()
@click.argument("email")
@click.option("--secret", envvar="NEWSLETTER_SECRET_KEY", default="only-for-tests")
def token(email: str, secret: str) -> None:
    """Print the confirmation token of an address."""
    click.echo(make_token(secret, email))


@cli.command()
@click.argument("emails", nargs=-1)
def subscribers(emails: tuple[str, ...]) -> None:
    """Print addresses in the order of the directory."""
    directory = Directory("only-for-tests")
    for email in emails:
        directory.subscribe(email, [])
    for subscriber in directory.subscribers():
        click.echo(subscriber.email)
