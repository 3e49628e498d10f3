"""The store: articles, marks and drafts in SQLite. Imports nothing of Meipi."""
