"""The brief as one page of HTML for screen and paper, and what reads it back and holds it against a dossier."""
