"""Questions to a store, each answered by SQL with a page of records: what pages, the API and notebooks show."""
