"""A stranger's text in every field: payloads, what plants them, and what says whether one ran, left, or became markup."""
