"""One room per family of rules."""
