"""An answer that begins with a dash, such as a list, given as an argument: no option has a blank in it."""

import re
from collections.abc import Container
from typing import Any

from typer.core import TyperCommand

_OPTION_WITH_VALUE = re.compile(r"--[\w-]+=")


class TextCommand(TyperCommand):
    """A command whose last argument is an answer: `grader grade RUBRIC "- a list"` needs no `--` before it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments, those that can only be answers as such."""
        valued = {name for option in self.params if not getattr(option, "is_flag", True) for name in option.opts}
        return super().parse_args(ctx, answers_last(args, valued))


def answers_last(args: list[str], valued: Container[str]) -> list[str]:
    """Return the arguments with a `--` before the answers; `valued` are the options that take the next argument."""
    at = [i for i, arg in enumerate(args) if _is_answer(arg) and not (i and args[i - 1] in valued)]
    if not at or "--" in args:
        return args
    return [arg for i, arg in enumerate(args) if i not in at] + ["--", *(args[i] for i in at)]


def _is_answer(arg: str) -> bool:
    return arg.startswith("-") and len(arg.split()) > 1 and _OPTION_WITH_VALUE.match(arg) is None
