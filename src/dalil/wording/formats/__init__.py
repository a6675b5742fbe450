"""The forms in which problems are handed on: to people, to programs, to GitHub, to code scanners."""
