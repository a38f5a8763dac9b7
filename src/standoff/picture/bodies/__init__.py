"""How each picture is drawn, in Altair: layers over named data, the same whatever the data."""
