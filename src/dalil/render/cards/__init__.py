"""Pictures for link previews: what a card says, how it is set, and how it is drawn."""
