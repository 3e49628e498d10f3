"""The library pane: the list of articles, and the page shown while there are none."""
