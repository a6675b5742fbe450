"""What a change of the store does to the site: two states of the repository, compared."""
