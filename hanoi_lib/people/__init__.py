"""Who: persons named, the posts they are told in, and who speaks."""
