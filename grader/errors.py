"""Every error the grader raises on purpose.

* GraderError
  + FileFault            a file has a fault, at a line
    - SeedError          a seed document cannot be read
    - RubricError        a rubric file cannot be read
    - LexiconError       a lexicon file cannot be read
    - AssessmentError    an assessment file cannot be read
    - LabelError         a file of labelled answers cannot be used
    - AnswersError       a file of answers, or one of its rows, cannot be read
  + MappingUnsure        it is not sure what the columns of a file of answers are for
  + UnknownRubric        no rubric has this name
  + AmbiguousRubric      several rubrics have this name
  + UnknownAssessment    no assessment has this id
  + UnknownConcept       a rubric has no such concept
  + AnswerRefused        the answer's text cannot be graded
  + ReferenceRefused     no rubric can be built from the reference
  + JudgeError           a model gave no judgement; `kind` says why
  + DocumentRefused      a rubric that was sent cannot be read, at a line
  + NotYaml              what was sent is neither YAML nor JSON
  + KeyMalformed         an idempotency key has a wrong form
  + CursorRefused        a cursor is not one of ours, or of another listing
  + VersionMissing       a change does not say which version it is of
  + UnknownKey           no key has this id
  + AccessRefused        the principal may not do this
    - KeyRefused         there is no key, or it opens nothing
    - NotPermitted       the key lacks the scope
    - NoSuchPlace        the principal may not even know that there is something
  + UnknownGrade         no grade has this id
  + UnknownScorecard     no scorecard has this id
  + StaleGrade           what was to be changed has changed meanwhile
  + OverrideRefused      an override does not fit the grade
  + KeyInUse             a request with this idempotency key is still running
  + KeyReused            another request had this idempotency key
  + StorageFault         the storage failed
    - StorageBusy        the storage is locked or out of reach for now
    - StorageFull        the disk is full
    - StorageOutdated    the tables are those of another version
  + BackupFailed         the database could not be copied


  + UnknownBatch         no batch has this id
  + BatchRefused         a batch cannot be taken as it was sent
  + RowRefused           a row of a batch cannot be graded
  + BatchStopped         a batch takes no more results or calls
  + WorkerLost           another worker took this one's work over
  + WebhookRefused       an address cannot be told of what happens
  + UnknownWebhook       no webhook has this id
  + SettingsError        a setting has a value that cannot be used

A class's docstring is its default message, so it is written for the person who has to act on it.
"""


class GraderError(Exception):
    """The grader could not do this."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class FileFault(GraderError):
    """A file has a fault; the message names the file and the line."""

    def __init__(self, message: str | None = None, *, path: str = "", line: int = 0) -> None:
        self.path, self.line = path, line
        where = f"{path}:{line}: " if line else f"{path}: " if path else ""
        super().__init__(where + (message or self.__doc__ or ""))


class SeedError(FileFault):
    """The seed cannot be read. Write one `- question? answer` bullet a line."""


class RubricError(FileFault):
    """The rubric cannot be read. `grader rubric schema` prints what a rubric file may hold."""


class LexiconError(FileFault):
    """The lexicon cannot be read. Each term has `same`, `instances` or `opposite` phrases."""


class AssessmentError(FileFault):
    """The assessment cannot be read. `grader assessment schema` prints what an assessment file may hold."""


class LabelError(FileFault):
    """The labelled answers cannot be used. docs/evaluate.md shows what a line holds."""


class AnswersError(FileFault):
    """The answers cannot be read. docs/batches.md shows what a file holds."""


class MappingUnsure(GraderError):
    """It is not sure what the columns are for. Say so with `--map role=column`."""


class UnknownRubric(GraderError):
    """No rubric has this name. `grader rubric list` prints those there are."""

    def __init__(self, message: str | None = None, *, near: tuple[str, ...] = ()) -> None:
        self.near = near
        super().__init__(message)


class AmbiguousRubric(GraderError):
    """Several rubrics match this name. Give more of it."""

    def __init__(self, message: str | None = None, *, near: tuple[str, ...] = ()) -> None:
        self.near = near
        super().__init__(message)


class UnknownAssessment(GraderError):
    """No assessment has this id. `grader assessment list` prints those there are."""


class UnknownConcept(GraderError):
    """The rubric has no such concept. `grader rubric show` prints those it has."""


class AnswerRefused(GraderError):
    """The answer cannot be graded: remove what the message names and send it again."""


class ReferenceRefused(GraderError):
    """No rubric can be built from this question and reference: change what the message names."""


class JudgeError(GraderError):
    """The judge gave no judgement, so the matcher's verdicts stand. A person should look at the grade."""

    KINDS = (
        "timeout",
        "rate_limited",
        "quota",
        "auth",
        "not_found",
        "context_window",
        "content_policy",
        "refusal",
        "truncated",
        "invalid_output",
        "transport",
        "bad_request",
        "circuit_open",
        "budget_exhausted",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        kind: str = "transport",
        retry_after: float | None = None,
        attempts: tuple[object, ...] = (),
    ) -> None:
        """Make one: `kind` is one of KINDS, `retry_after` in seconds, `attempts` are the calls that were made."""
        if kind not in self.KINDS:
            raise ValueError(f"{kind!r} is no kind of judge error")
        self.kind, self.retry_after, self.attempts = kind, retry_after, attempts
        super().__init__(message)


class DocumentRefused(GraderError):
    """The rubric cannot be read. Send it with `validate_only=true` to see why."""

    def __init__(self, message: str | None = None, *, line: int = 0) -> None:
        self.line = line
        super().__init__(message)


class NotYaml(GraderError):
    """Send `Content-Type: application/yaml` or `application/json`."""


class KeyMalformed(GraderError):
    """An Idempotency-Key has 1 to 255 visible ASCII characters."""


class CursorRefused(GraderError):
    """The cursor is not of this listing. Begin without one."""


class VersionMissing(GraderError):
    """Send If-Match with the ETag of what you read."""


class UnknownKey(GraderError):
    """No key has this id. `grader admin key list` prints those there are."""


class AccessRefused(GraderError):
    """You may not do this with your key."""


class KeyRefused(AccessRefused):
    """Send `Authorization: Bearer` with a key that is valid. `grader admin key create` makes one."""


class NotPermitted(AccessRefused):
    """Your key lacks the scope for this. Ask your administrator for a key with another role."""


class NoSuchPlace(AccessRefused):
    """There is nothing at this address."""


class UnknownGrade(GraderError):
    """No grade has this id. `GET /v1/grades` lists those there are."""


class UnknownScorecard(GraderError):
    """No scorecard has this id. It may have been erased; the list of scorecards shows those there are."""


class StaleGrade(GraderError):
    """It has changed since you read it. Read it again, then decide anew."""


class OverrideRefused(GraderError):
    """The override cannot be applied: change what the message names."""


class KeyInUse(GraderError):
    """A request with this idempotency key is still running. Wait a second and send it again."""


class KeyReused(GraderError):
    """Another request had this idempotency key. Use a new key for a new request."""


class StorageFault(GraderError):
    """The storage failed. The log says why; try again, then see docs/operate.md."""


class StorageBusy(StorageFault):
    """The storage is locked or out of reach. Nothing was changed; try again in a few seconds."""


class StorageFull(StorageFault):
    """The disk is full. Nothing was changed; reading goes on. Free some space and try again."""


class StorageOutdated(StorageFault):
    """The tables are those of another version of the grader. `grader db upgrade` brings them up to date."""


class BackupFailed(GraderError):
    """The database could not be copied. Name a new file on a disk with enough space."""


class UnknownBatch(GraderError):
    """No batch has this id. `GET /v1/batches` lists those there are."""


class BatchRefused(GraderError):
    """The batch cannot be taken: change what the message names and send it again."""


class RowRefused(GraderError):
    """The row cannot be graded: a row is a JSON object with `answer`, and `rubric` or `question`."""


class BatchStopped(GraderError):
    """The batch was stopped: it takes no more results, and no judge is asked for it."""


class WorkerLost(GraderError):
    """This worker was silent for too long, and another took its work over. Start it again."""


class WebhookRefused(GraderError):
    """The webhook's address cannot be used: it must be https, on port 443 or 8443, of a public host."""


class UnknownWebhook(GraderError):
    """No webhook has this id. `GET /v1/webhooks` lists those there are."""


class SettingsError(GraderError):
    """A GRADER_ setting cannot be used. docs/operate.md lists them all."""
