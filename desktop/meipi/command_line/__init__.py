"""Commands of the command line that are more than a few lines; `meipi.__main__` calls them."""
