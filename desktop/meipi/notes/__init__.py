"""The notes pane: a card for each mark, in the order of the text, edited in place."""
