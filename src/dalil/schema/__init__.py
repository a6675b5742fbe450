"""JSON Schema of the store's files: what editors' programs complete, explain and underline while one writes."""
