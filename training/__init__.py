"""How the reader's weights are made. Needs the ``training`` extra; users of the package never do."""
