"""Access of programs: tokens with scope, keys of repeated requests, limits of rate."""
