"""Tidy tables drawn as plotly figures, and what they say in words."""
