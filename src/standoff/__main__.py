"""``python -m standoff``: the command line."""

from standoff.cli import app

if __name__ == "__main__":
    app()
