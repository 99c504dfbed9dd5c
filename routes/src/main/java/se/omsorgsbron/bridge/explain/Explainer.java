package se.omsorgsbron.bridge.explain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.explain.Explanation.Shown;
import se.omsorgsbron.bridge.explain.Inputs.Input;
import se.omsorgsbron.fhir.mapping.ResourceContent;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** Explains records, without a ledger: as if nothing else were known. */
public final class Explainer {
    private final String municipality;
    private final ZoneId zone;
    private final Clock clock;
    private final Supplier<ProfileValidator> validator;
    private final Shares shares;
    private final List<String> assumed;

    /**
     * @param municipality code, four digits
     * @param zone its time zone
     * @param validator asked for once there is something to validate, because it takes a while to make
     * @param shares what each recipient gets
     * @param assumed what is assumed whatever the record is, in sentences
     */
    public Explainer(
            String municipality,
            ZoneId zone,
            Clock clock,
            Supplier<ProfileValidator> validator,
            Shares shares,
            List<String> assumed) {
        this.municipality = municipality;
        this.zone = zone;
        this.clock = clock;
        this.validator = validator;
        this.shares = shares;
        this.assumed = List.copyOf(assumed);
    }

    /** Everything about one record. */
    public Explanation explain(Input input) {
        Mapped<List<Fact>> mapped = input.kind().mapper().apply(input.record());
        Map<String, List<String>> used = Uses.of(input.kind(), input.record());
        List<Fact> facts = mapped instanceof Mapped.Value<List<Fact>> value ? value.value() : List.of();
        boolean nothing = facts.isEmpty() && mapped instanceof Mapped.Value<List<Fact>>;
        List<String> sentences = new ArrayList<>(assumed);
        sentences.addAll(input.kind().assumed());
        List<Shown> resources = new ArrayList<>();
        if (input.kind().code().equals(FhirKind.CODE)) {
            String json = input.record().toPrettyString();
            resources.add(new Shown(json, validator.get().validate(json)));
        }
        List<Explanation.Share> recipients = new ArrayList<>();
        Map<SubjectKind, List<Fact>> bySubject = facts.stream()
                .collect(Collectors.groupingBy(fact -> fact.subject().kind(), LinkedHashMap::new, Collectors.toList()));
        for (List<Fact> one : bySubject.values()) {
            StandIn standIn = StandIn.of(municipality, one, today(), zone);
            if (standIn.made()) {
                sentences.add("The record is not the " + kind(one)
                        + "'s own: a stand-in is taken for that, not protected" + " and known to nobody.");
            }
            standIn.record().ifPresent(record -> {
                FhirPreview.of(standIn.facts(), record, standIn.made()).forEach(r -> resources.add(shown(r)));
                recipients.addAll(shares.of(standIn, record, today()));
            });
        }
        return new Explanation(
                input.label(),
                input.kind().code(),
                mapped instanceof Mapped.Rejected<List<Fact>> rejected ? rejected.problems() : List.of(),
                facts,
                used,
                unused(input, mapped, nothing),
                nothing ? Optional.of(input.kind().notUsed().whole()) : Optional.empty(),
                sentences,
                resources,
                recipients);
    }

    private static String kind(List<Fact> facts) {
        return switch (facts.get(0).subject().kind()) {
            case PERSON -> "person";
            case STAFF -> "member of staff";
            case UNIT -> "unit";
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private Shown shown(Resource resource) {
        String json = ResourceContent.canonical(resource);
        return new Shown(Inputs.json(json).toPrettyString(), validator.get().validate(json));
    }

    private static Map<String, String> unused(Input input, Mapped<List<Fact>> mapped, boolean nothing) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String path : mapped.unused()) {
            Optional<String> row = nothing
                    ? Optional.of(input.kind().notUsed().whole())
                    : input.kind().notUsed().why(path).or(() -> FhirKind.why(input.record()));
            reasons.put(path, row.orElse(NotUsed.UNKNOWN));
        }
        return reasons;
    }
}
