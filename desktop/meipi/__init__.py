"""Meipi 眉批: a desktop reader for Chinese articles that people mark up."""
