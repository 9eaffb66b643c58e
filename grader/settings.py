"""Settings: the GRADER_ variables of the environment, read once at the door."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from grader.errors import SettingsError


class Settings(BaseSettings):
    """What an operator may set."""

    model_config = SettingsConfigDict(env_prefix="GRADER_", frozen=True)

    rubrics_dir: Path | None = Field(
        default=None, description="A folder with more rubrics; it wins over the shipped ones."
    )


def read_settings() -> Settings:
    """Return the settings of the environment. Raises SettingsError, which names the variable and not its value."""
    try:
        settings = Settings()
    except ValidationError as cause:
        name = str(cause.errors()[0]["loc"][0]).upper()
        raise SettingsError(f"GRADER_{name} cannot be used: {cause.errors()[0]['msg']}.") from cause
    if settings.rubrics_dir is not None and not settings.rubrics_dir.is_dir():
        raise SettingsError("GRADER_RUBRICS_DIR does not name a folder. Create it, or remove the variable.")
    return settings
