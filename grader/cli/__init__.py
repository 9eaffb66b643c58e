"""The command line: one file a command group. Bodies import what they need, so that `--help` stays light."""
