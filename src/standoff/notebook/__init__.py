"""The face in a notebook and in other programs: one store, its records as tables and pictures."""
