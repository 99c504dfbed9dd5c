package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * Fast omsorgskontakt: one member of staff is a person's contact. Sources differ in what they say of rank and period; what a
 * source leaves out is settled by a configured rule (see {@code docs/contact-order.md}).
 *
 * @param staff the member of staff
 * @param unit the provider unit
 * @param rank person 1 or person 2 (ersättare), where the source says so
 * @param period where the source says so
 */
public record PermanentContact(SubjectKey staff, Optional<SubjectKey> unit, Optional<Rank> rank, Period period)
        implements FactContent {}
