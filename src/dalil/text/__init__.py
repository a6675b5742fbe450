"""What a text is, before anybody knows what it is about: letters, words, marks, messages."""
