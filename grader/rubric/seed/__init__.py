"""A seed document of any known shape to a Seed."""

from .model import SHAPES, Seed, SeedQuestion, Shape
from .page import MAX_BYTES
from .reading import parse_seed, read_seed

__all__ = ["MAX_BYTES", "SHAPES", "Seed", "SeedQuestion", "Shape", "parse_seed", "read_seed"]
