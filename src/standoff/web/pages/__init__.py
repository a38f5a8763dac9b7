"""One module for each kind of page: what is asked of the store, and the template that shows it."""
