package se.omsorgsbron.bridge.explain;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.entrance.fhir.mapper.ConsentMapper;

/** A FHIR resource, as far as the bridge takes it in: a Consent becomes a ground for disclosure. */
public final class FhirKind {
    /** Any resource; which type it is stands in it. */
    static final String CODE = "fhir:resource";

    private static final String CONSENT = "Consent";
    /** They say where the ground stands, as the patient says whose it is. */
    private static final Set<String> OF_THE_FACT = Set.of("resourceType", "id");

    private static final NotUsed NOT_USED = new NotUsed(
            Map.of(),
            "No fact: the bridge takes no resource of this type in by itself; whether it is valid stands under FHIR.");
    /** What a Consent says beside the ground. */
    private static final String BESIDE = "The ground that the consent records does not depend on it.";

    private FhirKind() {}

    /**
     * The kind.
     *
     * @param zone in which a moment becomes a day
     * @param recipients the names that a consent may use
     */
    public static RecordKind of(ZoneId zone, List<String> recipients) {
        return new RecordKind(CODE, record -> map(record, zone, recipients), NOT_USED);
    }

    /** Why an element is not used. */
    static Optional<String> why(JsonNode record) {
        return isConsent(record) ? Optional.of(BESIDE) : Optional.empty();
    }

    private static boolean isConsent(JsonNode record) {
        return record.path("resourceType").asText().equals(CONSENT);
    }

    private static Mapped<List<Fact>> map(JsonNode record, ZoneId zone, List<String> recipients) {
        if (!isConsent(record)) {
            return new Mapped.Value<>(List.of(), Leaves.of(record));
        }
        Mapped<RecordedGround> ground = ground(record, zone, recipients);
        if (ground instanceof Mapped.Rejected<RecordedGround> rejected) {
            return new Mapped.Rejected<>(rejected.problems(), List.of());
        }
        List<String> unused = Leaves.of(record).stream()
                .filter(path -> !OF_THE_FACT.contains(path) && !path.startsWith("patient."))
                .filter(path -> Leaf.others(record, path)
                        .allMatch(other -> ground(other, zone, recipients).equals(ground)))
                .toList();
        Fact fact = new Fact(
                new SourceReference("fhir", CONSENT, record.path("id").asText("")),
                patient(record),
                ((Mapped.Value<RecordedGround>) ground).value(),
                Set.of(),
                Set.of(),
                Optional.empty());
        return new Mapped.Value<>(List.of(fact), unused);
    }

    private static SubjectKey patient(JsonNode record) {
        JsonNode patient = record.path("patient");
        String said = patient.path("reference")
                .asText(patient.path("identifier").path("value").asText(""));
        return new SubjectKey(SubjectKind.PERSON, "fhir/Patient", said);
    }

    private static Mapped<RecordedGround> ground(JsonNode record, ZoneId zone, List<String> recipients) {
        try {
            // It would log what stands in the resource.
            IParser parser = FhirContext.forR4Cached().newJsonParser();
            parser.setParserErrorHandler(new LenientErrorHandler(false));
            Consent consent = parser.parseResource(Consent.class, record.toString());
            return ConsentMapper.toGround(consent, zone, recipients);
        } catch (DataFormatException | IllegalArgumentException notFhir) {
            return new Mapped.Rejected<>(
                    List.of(new Problem(Reason.NOT_JSON, CONSENT, "something that is no FHIR", "a Consent of FHIR R4")),
                    List.of());
        }
    }
}
