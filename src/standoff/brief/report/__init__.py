"""One report on one page of HTML: its words with every reading drawn on them, and the readings beside them."""
