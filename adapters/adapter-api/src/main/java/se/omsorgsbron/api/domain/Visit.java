package se.omsorgsbron.api.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Utfört besök, as reported.
 *
 * @param staff who visited
 * @param start when it began
 * @param end when it ended, empty while it goes on
 * @param done whether it took place
 * @param law the law; only SoL counts for continuity
 */
public record Visit(SubjectKey staff, Instant start, Optional<Instant> end, boolean done, Law law)
        implements FactContent {}
