"""The pictures of the product, each defined once: in pages, in the brief and in a notebook."""
