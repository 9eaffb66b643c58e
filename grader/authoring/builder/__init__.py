"""The builder: a seed's question to a rubric."""

from .build import build_rubric
from .naming import another
from .units import left_out

__all__ = ["another", "build_rubric", "left_out"]
