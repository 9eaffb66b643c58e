"""A finding knows how much it matters."""

from grader.authoring import Finding


def test_the_severity_is_that_of_the_code() -> None:
    severities = [Finding("a.yaml", 1, code, "m").severity for code in ("F001", "F002", "P005")]
    assert severities == ["error", "warning", "note"]
