"""Looks whether cited pages are still there and say what is cited. Nothing else in the engine uses the network."""
