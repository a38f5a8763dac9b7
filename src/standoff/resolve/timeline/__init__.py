"""Which days matter in what the reports tell, and the sentences that tell them."""
