"""What earns marks: seeds, rubrics, lexicons, assessments."""

from .assessment import Assessment, AssessmentQuestion, Policy
from .assessment_file import lint_assessment, read_assessment
from .assessments import FileAssessments
from .expression import AllOf, AnyOf, Avoid, Bind, Expect, Prefer, phrases, texts
from .files import PROPOSED, FileRubrics, read_lexicon, read_rubric, rubric_of
from .hashing import content_hash
from .lexicon import EMPTY, Lexicon, Term
from .model import Concept, Feedback, Rubric, Rung, Source, Waiver
from .naming import resolve
from .patching import patched, with_phrase
from .repository import Assessments, Rubrics
from .schema import assessment_schema, json_schema
from .seed import SHAPES, Seed, SeedQuestion, Shape, parse_seed, read_seed
from .slug import slugify
from .validation import read_document, read_model
from .writing import assessment_text, rubric_text, save_text
from .yaml import Document, Guess, Tree

__all__ = [
    "EMPTY",
    "PROPOSED",
    "SHAPES",
    "AllOf",
    "AnyOf",
    "Assessment",
    "AssessmentQuestion",
    "Assessments",
    "Avoid",
    "Bind",
    "Concept",
    "Document",
    "Expect",
    "Feedback",
    "FileAssessments",
    "FileRubrics",
    "Guess",
    "Lexicon",
    "Policy",
    "Prefer",
    "Rubric",
    "Rubrics",
    "Rung",
    "Seed",
    "SeedQuestion",
    "Shape",
    "Source",
    "Term",
    "Tree",
    "Waiver",
    "assessment_schema",
    "assessment_text",
    "content_hash",
    "json_schema",
    "lint_assessment",
    "parse_seed",
    "patched",
    "phrases",
    "read_assessment",
    "read_document",
    "read_lexicon",
    "read_model",
    "read_rubric",
    "read_seed",
    "resolve",
    "rubric_of",
    "rubric_text",
    "save_text",
    "slugify",
    "texts",
    "with_phrase",
]
