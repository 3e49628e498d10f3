"""The Words pane: what the reader has saved, and what they know."""
