"""How fast and how light the reading is beside what an analyst would use instead: `make benchmark`."""
