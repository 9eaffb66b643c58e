"""The service, tested through its requests; one application is shared by all tests in here."""
