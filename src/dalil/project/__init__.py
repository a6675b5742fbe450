"""The conductor: what reads, checks and renders a project, the whole of it (`whole`) or a few files (`some_files`)."""
