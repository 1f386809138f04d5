"""Elections: their stages and dates, voters in aggregates, disputes and incidents."""
