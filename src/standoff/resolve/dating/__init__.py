"""When a document without a date was published, by what other documents tell."""
