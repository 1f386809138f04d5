"""What can be done to elections, stages, counts of voters and cases."""
