"""What the documents say held against itself: aims against later figures, figures against one another."""
