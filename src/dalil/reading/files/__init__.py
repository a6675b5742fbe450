"""Which files of a project are read at all, and which of them may be published?"""
