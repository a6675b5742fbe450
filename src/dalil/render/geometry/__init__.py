"""Geometry of pictures: where things stand, in shares of a width or in rows. Knows neither the store nor HTML."""
