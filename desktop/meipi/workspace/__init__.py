"""The open article, its marks, and every change to them as one undoable step."""
