"""What a document says, as rules read it: headings, sentences, columns, bands, citations."""
