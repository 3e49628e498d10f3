"""What comes in and goes out: readers and writers of files. Pure: bytes or text in, values out."""
