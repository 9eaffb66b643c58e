"""Models: a port, what wraps it, and one vendor's adapter."""

from .breaker import Breaker
from .budget import Allowance, Budgeted, MemorySpend, Spend
from .cache import Cached, JudgeCache, MemoryCache
from .clock import now, within
from .composition import Ports, PricedJudge, accounted, guarded
from .fallback import Fallback
from .limited import Limited
from .observed import Call, MemoryRecorder, NoRecorder, Observed, Recorder
from .output import parse_reply, reply_schema, write_reply
from .port import Attempt, ConceptJudgement, Criterion, Judge, Judgement, JudgeRequest, Usage, Verdict, total
from .prompt import PROMPT_VERSION, Prompt, prompt
from .retry import Retry
from .scripted import ScriptedJudge

__all__ = [
    "PROMPT_VERSION",
    "Allowance",
    "Attempt",
    "Breaker",
    "Budgeted",
    "Cached",
    "Call",
    "ConceptJudgement",
    "Criterion",
    "Fallback",
    "Judge",
    "JudgeCache",
    "JudgeRequest",
    "Judgement",
    "Limited",
    "MemoryCache",
    "MemoryRecorder",
    "MemorySpend",
    "NoRecorder",
    "Observed",
    "Ports",
    "PricedJudge",
    "Prompt",
    "Recorder",
    "Retry",
    "ScriptedJudge",
    "Spend",
    "Usage",
    "Verdict",
    "accounted",
    "guarded",
    "now",
    "parse_reply",
    "prompt",
    "reply_schema",
    "total",
    "within",
    "write_reply",
]
