"""The pages, tested as they are served; one application is shared by all tests in here."""
