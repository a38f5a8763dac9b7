"""Standoff reads reports of an international crisis and shows who said what, in how many accounts."""

__version__ = "0.1.0"
