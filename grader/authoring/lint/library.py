"""Where lint finds lexicons and seeds: beside a rubric's own folder first, then where the operator keeps them."""

from collections.abc import Iterator
from pathlib import Path

from grader.errors import SeedError
from grader.rubric import FileRubrics, Lexicon, Seed, read_seed

SEEDS = "seeds"


class Library:
    """The folders of rubrics and of seeds. Each file is read once."""

    def __init__(self, folders: tuple[Path, ...], seeds: tuple[Path, ...] = ()) -> None:
        self.rubrics = FileRubrics(folders)
        self._folders, self._seeds = folders, seeds
        self._shelves: dict[Path, FileRubrics] = {}
        self._read: dict[Path, Seed] = {}

    def shelf(self, rubric: Path) -> FileRubrics:
        """Return the rubrics and lexicons as the file of a rubric sees them: those of its own folder come first."""
        beside = rubric.absolute().parent.parent
        if beside in self._folders:
            return self.rubrics
        return self._shelves.setdefault(beside, FileRubrics((beside, *self._folders)))

    def lexicon(self, name: str | None, rubric: Path) -> Lexicon:
        """Return the lexicon that a rubric names. Raises LexiconError."""
        return self.shelf(rubric).lexicon(name)

    def seed(self, seed_id: str, rubric: Path) -> Seed:
        """Return the seed of a rubric. Raises SeedError, also when there is none."""
        path = next(self._candidates(seed_id, rubric), None)
        if path is None:
            raise SeedError(f"There is no seed {seed_id!r}: write {SEEDS}/{seed_id}.md beside the rubrics.")
        if path not in self._read:
            self._read[path] = read_seed(path)
        return self._read[path]

    def _candidates(self, seed_id: str, rubric: Path) -> Iterator[Path]:
        for folder in (rubric.absolute().parent.parent.parent / SEEDS, *self._seeds):
            yield from sorted(path for path in folder.glob(f"{seed_id}.*") if path.is_file())
