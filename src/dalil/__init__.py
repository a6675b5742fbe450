"""dalil: turns a store of cited facts into an explainer site, in any number of languages."""
