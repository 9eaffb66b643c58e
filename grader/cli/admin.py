"""`grader admin`: what only who runs the service may do."""

import typer

from .admin_key import key
from .admin_retain import retain

admin = typer.Typer(help="Run the service: keys, retention.", rich_markup_mode=None)
admin.add_typer(key, name="key")
admin.command("retain")(retain)


@admin.callback()
def group() -> None:
    """Run the service: keys, retention."""
