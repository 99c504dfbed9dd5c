package se.omsorgsbron.api.domain;

/**
 * A coordinator's word on one contact's rank and period, which overrides the rule for sources that have neither.
 *
 * @param contact the contact's record in the case system
 * @param rank person 1 or person 2
 * @param period first and last day as contact
 */
public record ContactRank(SourceReference contact, Rank rank, Period period) implements FactContent {}
