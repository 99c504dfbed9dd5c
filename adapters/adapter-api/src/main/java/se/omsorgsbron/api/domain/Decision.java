package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Beslut om bistånd.
 *
 * @param law the law it rests on
 * @param service what was granted, in the source's words
 * @param decided when it was decided
 * @param period first and last day
 * @param serviceStart when the services were to begin, where the decision says so
 * @param caseOfficer biståndshandläggare, where the source names one
 */
public record Decision(
        Law law,
        String service,
        Optional<LocalDate> decided,
        Period period,
        Optional<LocalDate> serviceStart,
        Optional<PersonName> caseOfficer)
        implements FactContent {}
