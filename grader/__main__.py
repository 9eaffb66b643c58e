"""`python -m grader` is the command line."""

from grader.cli.main import main

main()
