"""What things are: spans, intervals, records, words of the field. No input or output, no clock."""
