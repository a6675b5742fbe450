"""The records of a fact store, as typed models; every field is documented where it is declared."""
