"""What the text says: spans, script, readings, words. Pure: no Qt, no files but packaged data."""
