"""Starts a new explainer: what `dalil init` makes, and from what."""
