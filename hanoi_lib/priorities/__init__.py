"""What the documents put first: themes counted, and how clear what is undertaken is."""
