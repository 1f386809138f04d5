"""Reports of the budget as other applications give them: SAKTI, OM-SPAN, POK, and any table with a mapping."""
