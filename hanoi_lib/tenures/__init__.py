"""Who held which post when: sightings joined over all documents, with the bounds that follow and no more."""
