"""What the built site is held to, apart from the templates that made it: words, claims, links, files."""
