"""From the store to pages: what a macro may use, and the Markdown that the site generator gets."""
