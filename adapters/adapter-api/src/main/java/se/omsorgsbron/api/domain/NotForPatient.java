package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * Ska inte visas för den enskilde: a note or a plan that is not for the person's own eyes, such as one that would harm somebody if it
 * was read.
 *
 * @param document its record in the case system; empty for everything that there is of the person
 */
public record NotForPatient(Optional<SourceReference> document) implements FactContent {}
