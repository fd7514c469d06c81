"""What shall be done: qualitative aims, commitments and numbered programmes."""
