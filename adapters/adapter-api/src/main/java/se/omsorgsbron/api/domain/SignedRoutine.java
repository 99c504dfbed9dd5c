package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The contact has read and signed the routine and the job description (D07).
 *
 * @param place ort
 * @param date datum
 * @param routine the routine's name, where it is said
 */
public record SignedRoutine(String place, LocalDate date, Optional<String> routine) implements FactContent {}
