"""When: expressions of time in a document, resolved to EDTF by what the document says of its own date."""
