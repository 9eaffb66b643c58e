"""`grader admin`: what only who runs the service may do."""

import typer

from .admin_key import key

admin = typer.Typer(help="Run the service: keys.", rich_markup_mode=None)
admin.add_typer(key, name="key")


@admin.callback()
def group() -> None:
    """Run the service: keys."""
