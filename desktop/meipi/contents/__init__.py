"""The contents of the open article: its sections, how far each is read, and where marks lie in it."""
