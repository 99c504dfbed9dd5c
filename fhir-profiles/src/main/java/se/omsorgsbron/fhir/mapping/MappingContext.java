package se.omsorgsbron.fhir.mapping;

import java.util.Map;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Identifier;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.fhir.Canonicals;

/**
 * What mappers need beside the record.
 *
 * @param identifierSystems URI of a source's identifiers, by {@code <municipality>/<system>} such as {@code 0127/lifecare};
 *     a source that is not in it gets {@code https://fhir.omsorgsbron.se/sid/<municipality>/<system>}
 * @param held whether the recipient holds, or is given in the same delivery, the resource with that key ({@code
 *     CarePlan/<id>}). A former plan or a corrected note that it was never given is named by identifier only
 */
public record MappingContext(Map<String, String> identifierSystems, Predicate<String> held) {
    public MappingContext {
        identifierSystems = Map.copyOf(identifierSystems);
    }

    /** The defaults: no configured systems, everything held. */
    public static MappingContext defaults() {
        return new MappingContext(Map.of(), key -> true);
    }

    /** The identifier of a source's record, with {@code <resource>/<id>} as its value. */
    Identifier identifier(String municipality, SourceReference source) {
        String key = municipality + "/" + source.system();
        return new Identifier()
                .setSystem(identifierSystems.getOrDefault(key, Canonicals.BASE + "/sid/" + key))
                .setValue(source.resource() + "/" + source.id());
    }
}
