"""Grades against labels: how far the machine agrees with people."""

from .agreement import Agreement, agreement
from .breakdown import By, ConceptFigures, QuestionFigures
from .calibration import Calibrated, calibrate, cases
from .concepts import ConceptAgreement, concept_agreement
from .disagreements import Disagreement
from .disputes import Fitted, disputes_of, fit_disputes
from .intervals import Estimate
from .labels import HALVES, Fault, Labelled, read_labels
from .oracle import Routed
from .plots import confusion_plot, coverage_plot, reliability_plot, score_plot
from .references import RubricOfReference
from .reliability import Bin, Cover
from .report import Asked, Oracle, Report, as_json, make_report
from .reviews import CHANGES, Changed, changed_since, compared_people, compared_with_people
from .run import Compared, Evaluator
from .verdicts import VERDICTS

__all__ = [
    "CHANGES",
    "HALVES",
    "VERDICTS",
    "Agreement",
    "Asked",
    "Bin",
    "By",
    "Calibrated",
    "Changed",
    "Compared",
    "ConceptAgreement",
    "ConceptFigures",
    "Cover",
    "Disagreement",
    "Estimate",
    "Evaluator",
    "Fault",
    "Fitted",
    "Labelled",
    "Oracle",
    "QuestionFigures",
    "Report",
    "Routed",
    "RubricOfReference",
    "agreement",
    "as_json",
    "calibrate",
    "cases",
    "changed_since",
    "compared_people",
    "compared_with_people",
    "concept_agreement",
    "confusion_plot",
    "coverage_plot",
    "disputes_of",
    "fit_disputes",
    "make_report",
    "read_labels",
    "reliability_plot",
    "score_plot",
]
