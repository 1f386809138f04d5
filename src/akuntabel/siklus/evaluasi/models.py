"""The evaluation of the cycle: LKE, score, recommendations and what came of them."""
