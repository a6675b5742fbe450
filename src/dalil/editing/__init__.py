"""Changes of the store made by commands: a record added, an id renamed, and nothing else in a file touched."""
