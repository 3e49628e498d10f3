"""How large a source may be, in bytes."""

TEXT_LIMIT = 64 * 1024 * 1024
"""Largest plain text, and largest page with the pictures in it."""

MARKUP_LIMIT = 20 * 1024 * 1024
"""Largest Markdown file, and largest page without the pictures in it."""

BOOK_LIMIT = 256 * 1024 * 1024
"""Largest book or document, with its pictures."""
