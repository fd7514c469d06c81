"""What can go wrong, in words that name the file and say what to do."""
