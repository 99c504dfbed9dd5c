package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * Verkställighet: a decision being carried out.
 *
 * @param law the law
 * @param service service category in the source's words
 * @param period first day (when the services began) and last day
 * @param unit the provider unit
 */
public record Execution(Law law, String service, Period period, Optional<SubjectKey> unit) implements FactContent {}
