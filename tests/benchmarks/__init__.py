"""What the program is measured against, run by `make bench`. Nothing here is a test: a figure belongs to a machine."""
