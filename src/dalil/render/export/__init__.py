"""The store for other programs and for spreadsheets: what is given out, and in which files."""
