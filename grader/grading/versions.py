"""The version of the deterministic tier: raise it whenever the same answer may get another grade."""

ENGINE = "matcher/4"
