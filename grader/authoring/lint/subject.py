"""What the checks of a rubric see: the file, the rubric made ready for matching, and its seed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from grader.matching import CompiledRubric, ConceptMatch, Phrase, compile_rubric, match, said_by, unasked
from grader.rubric import Lexicon, Rubric, Seed, SeedQuestion

from .finding import Finding
from .page import Keys, Page


@dataclass(frozen=True, slots=True)
class Subject:
    """A rubric under lint. `asked` is its question in the seed; `sayings` are its compiled phrases by their text."""

    page: Page
    rubric: Rubric
    lexicon: Lexicon
    compiled: CompiledRubric
    sayings: Mapping[str, Phrase]
    seed: Seed | None = None
    asked: SeedQuestion | None = None

    def finding(self, code: str, keys: Keys, message: str, **more: str | None) -> Finding:
        """Return a finding at the value at `keys`, which may lie within a concept."""
        text, phrase = more.get("text") or "", more.get("phrase") or ""
        found = self.page.finding(code, keys, message, text=text, fix=more.get("fix"), phrase=phrase)
        match keys:
            case ("concepts", int(number), *_):
                return replace(found, concept=self.rubric.concepts[number].id)
        return found

    def aloud(self, text: str) -> tuple[ConceptMatch, ...]:
        """Return what a text claims if it is read as an answer, questions and echoes of the question included."""
        return match(unasked(self.compiled), text.replace("?", "."), mode="notes").concepts

    def concepts(self) -> Iterator[tuple[int, str]]:
        """Yield the place and the id of each concept."""
        return ((number, concept.id) for number, concept in enumerate(self.rubric.concepts))


def subject(page: Page, rubric: Rubric, lexicon: Lexicon, seed: Seed | None) -> Subject:
    """Return a rubric ready for lint."""
    compiled = compile_rubric(rubric, lexicon)
    forms = [form for concept in compiled.concepts for form in (concept.expect, concept.partly) if form is not None]
    sayings = {phrase.text: phrase for form in forms for phrase in said_by(form)}
    asked = None if seed is None else next((q for q in seed.questions if q.slug == rubric.slug), None)
    return Subject(page, rubric, lexicon, compiled, sayings, seed, asked)
