package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the mappers need beside the resource.
 *
 * @param system primary care's name in the configuration, under which its words stand in the ledger
 * @param today in the municipality
 * @param serverIds whether the resource's id is its server's, which names it where it has no identifier
 * @param referenced the Practitioner, PractitionerRole or Organization of a reference that is not contained, as JSON; empty where it
 *     is not at hand
 */
public record ReadingContext(
        String system, LocalDate today, boolean serverIds, Function<String, Optional<JsonNode>> referenced) {

    /** For a resource that was sent: nothing but what it holds itself. */
    public static ReadingContext ofSent(String system, LocalDate today) {
        return new ReadingContext(system, today, false, reference -> Optional.empty());
    }
}
