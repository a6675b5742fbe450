"""From the bytes of a project to records with places."""
