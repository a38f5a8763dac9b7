"""One file a corpus: each opens by saying what the corpus is and turns it into training examples."""
