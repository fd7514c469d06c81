"""What happened: events on a date that the text states or lets resolve."""
