"""What pages say to programs in the words of schema.org, as JSON-LD."""
