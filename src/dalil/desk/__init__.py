"""What editors ask of a project, and what it says of itself: a folder a question."""
