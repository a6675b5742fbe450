"""Translations: the catalogues of the locales that no record is written in, and how each of their texts stands.

store ──units──▶ texts to translate ──merging──▶ data/locales/*.po ──standing──▶ what the site may show
"""
