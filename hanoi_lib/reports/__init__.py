"""Executed notebooks as HTML files that work offline."""
