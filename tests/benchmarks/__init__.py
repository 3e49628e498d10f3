"""What the program is measured against, run by `make bench`. No test: a figure belongs to a machine."""
