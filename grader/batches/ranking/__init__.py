"""What a batch comes to: for each candidate, for each question."""

from .candidates import Candidates, Standing, ranked
from .questions import QuestionTally, Tally

__all__ = ["Candidates", "QuestionTally", "Standing", "Tally", "ranked"]
