"""Settings: the GRADER_ variables of the environment and of the file `.env`, read once at the door."""

import os
import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from grader.errors import SettingsError

PACKAGE = Path(__file__).parent
ENV_FILE = Path(".env")


class Settings(BaseSettings):
    """What an operator may set; a variable that is empty counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix="GRADER_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True, extra="ignore"
    )

    rubrics_dir: Path | None = Field(
        default=None, description="A folder with more rubrics; it wins over the shipped ones."
    )

    data_dir: Path = Field(
        default_factory=lambda: data_folder(),
        description="The folder of the SQLite database, which is made when it is needed.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="`postgresql://user:password@host/name`, or `sqlite:///path`; it wins over the data folder.",
    )

    judge_models: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Models to judge with, in order, separated by commas, as litellm names them: `openai/gpt-4o-mini`. "
        "Their keys are read from the provider's own variable, as `OPENAI_API_KEY`.",
    )
    judge_api_base: str | None = Field(
        default=None, description="Where the models are served, if not at their provider's: `http://127.0.0.1:8001/v1`."
    )
    judge_deadline: float = Field(
        default=25.0, gt=0, le=600, description="Seconds that judging one answer may take, all attempts together."
    )
    judge_width: int = Field(default=8, ge=1, le=1000, description="How many calls of one model may run at once.")
    judge_budget: Decimal | None = Field(
        default=None, ge=0, description="US dollars that judging may cost a day; a model without a price is refused."
    )

    batch_cores: int | None = Field(
        default=None, ge=1, le=256, description="On how many cores batches are graded; without it, on all there are."
    )

    key_pepper: SecretStr | None = Field(
        default=None,
        description="What the digests of keys are made with; without it, the file `pepper` in the data folder.",
    )
    rate_limit: str = Field(
        default="6000/minute", description="How often each key may ask: a number, then `/second`, `/minute` or `/hour`."
    )
    rate_limit_keyless: str = Field(
        default="600/minute", description="How often each address may ask without a valid key; this machine may always."
    )
    traces_endpoint: str | None = Field(
        default=None,
        description="Where traces of requests are sent, over OTLP (extra `otel`): `http://127.0.0.1:4318/v1/traces`.",
    )
    disk_floor: int = Field(
        default=64 * 1024 * 1024,
        ge=0,
        description="Free bytes of the data folder's disk below which the service says that it is not ready.",
    )

    @field_validator("rate_limit", "rate_limit_keyless")
    @classmethod
    def _is_rate(cls, rate: str) -> str:
        if not re.fullmatch(r"[1-9][0-9]{0,8}/(second|minute|hour)", rate):
            raise ValueError("write a number, a slash, and second, minute or hour")
        return rate

    @field_validator("traces_endpoint")
    @classmethod
    def _is_address(cls, address: str | None) -> str | None:
        if address is not None and not re.fullmatch(r"https?://[^/?#@\s]+/[^?#\s]*", address):
            raise ValueError(
                "write the whole address, as http://127.0.0.1:4318/v1/traces; secrets go into OTEL_ headers"
            )
        return address

    @property
    def database(self) -> str:
        """The address of the database."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir.absolute() / 'grader.db'}"

    @field_validator("judge_models", mode="before")
    @classmethod
    def _split(cls, names: object) -> object:
        if not isinstance(names, str):
            return names
        return tuple(name for part in names.split(",") if (name := part.strip()))

    @field_validator("rubrics_dir")
    @classmethod
    def _is_folder(cls, folder: Path | None) -> Path | None:
        if folder is not None and not os.path.isdir(folder):
            raise ValueError("it does not name a folder: create it, or remove the variable")
        return folder


def data_folder(package: Path = PACKAGE) -> Path:
    """Return where data is kept by default: in a checkout its own `data`, which git ignores; else the user's."""
    if (package.parent / "pyproject.toml").is_file():
        return package.parent / "data"
    return Path.home() / ".local" / "share" / "grader"


def read_settings() -> Settings:
    """Return the settings of the environment, which wins, and of `.env`.

    Raises SettingsError, which names the variable and not its value.
    """
    try:
        return Settings(_env_file=ENV_FILE)  # type: ignore[call-arg]
    except ValidationError as cause:
        fault = cause.errors(include_input=False)[0]
        name, why = str(fault["loc"][0]).upper(), fault["msg"].removeprefix("Value error, ")
        raise SettingsError(f"GRADER_{name} cannot be used: {why}.") from cause
