"""How much: quantities read as observations and targets, with indicator, measure, area and period."""
