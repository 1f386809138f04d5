"""Tables without lines: where words stand says which column they are in."""
