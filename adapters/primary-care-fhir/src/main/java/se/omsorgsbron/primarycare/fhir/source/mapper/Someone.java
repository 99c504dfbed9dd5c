package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.fhir.Canonicals;

/**
 * Who a reference names: a member of primary care's staff, or a unit.
 *
 * @param name as far as it says
 * @param title titel, befattning; "" where it does not say
 * @param hsaId where it has one
 * @param telecoms at work
 */
record Someone(PersonName name, String title, Optional<HsaId> hsaId, List<ContactPoint> telecoms) {
    private static final Map<String, ContactPoint.Medium> MEDIA =
            Map.of("phone", ContactPoint.Medium.PHONE, "email", ContactPoint.Medium.EMAIL);
    private static final Map<String, ContactPoint.Use> USES =
            Map.of("work", ContactPoint.Use.WORK, "mobile", ContactPoint.Use.MOBILE);

    /**
     * By the reference's display, and what it refers to, contained or at hand.
     *
     * @param whole the resource that the reference stands in
     */
    static Someone of(Fields reference, Fields whole, ReadingContext context) {
        Gathered gathered = new Gathered();
        reference.text("display").ifPresent(display -> gathered.name(Common.line(reference, "display", display)));
        reference.child("identifier").ifPresent(gathered::identifier);
        reference.text("type");
        reference
                .text("reference")
                .flatMap(target -> find(target, whole, context))
                .ifPresent(found -> {
                    gathered.resource(found);
                    found.child("practitioner").ifPresent(practitioner -> {
                        practitioner
                                .text("display")
                                .ifPresent(display -> gathered.name(Common.line(practitioner, "display", display)));
                        practitioner
                                .text("reference")
                                .flatMap(next -> find(next, whole, context))
                                .ifPresent(gathered::resource);
                    });
                });
        return gathered.someone();
    }

    private static Optional<Fields> find(String reference, Fields whole, ReadingContext context) {
        if (!reference.startsWith("#")) {
            return context.referenced().apply(reference).map((JsonNode json) -> Fields.of(json));
        }
        return whole.children("contained").stream()
                .filter(contained -> contained
                        .text("id")
                        .map(id -> reference.equals("#" + id))
                        .orElse(false))
                .findFirst();
    }

    /** What has been found so far; what was found first stays. */
    private static final class Gathered {
        private Optional<PersonName> name = Optional.empty();
        private String title = "";
        private Optional<HsaId> hsaId = Optional.empty();
        private final List<ContactPoint> telecoms = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        void name(String full) {
            name = name.or(() -> Optional.of(new PersonName("", full)).filter(found -> !full.isEmpty()));
        }

        void identifier(Fields identifier) {
            if (!identifier.text("system").map(Canonicals.HSA_ID::equals).orElse(false)) {
                return;
            }
            Optional<String> written = identifier.text("value");
            Optional<HsaId> parsed = written.flatMap(HsaId::parse);
            if (written.isPresent() && parsed.isEmpty()) {
                identifier.report(
                        Reason.INVALID_HSA_ID, "value", written.get().length() + " characters", HsaId.EXPECTED);
            }
            hsaId = hsaId.or(() -> parsed);
        }

        /** A Practitioner, a PractitionerRole or an Organization. */
        void resource(Fields fields) {
            String type = fields.text("resourceType").orElse("");
            fields.text("id");
            if (type.equals("Organization")) {
                fields.text("name").ifPresent(unit -> name(Common.line(fields, "name", unit)));
            } else {
                fields.children("name").stream().limit(1).forEach(this::human);
                fields.children("code").stream().limit(1).forEach(code -> title(fields, code));
                fields.children("qualification").stream()
                        .limit(1)
                        .forEach(proof -> proof.child("code").ifPresent(code -> title(fields, code)));
            }
            fields.children("identifier").forEach(this::identifier);
            fields.children("telecom").forEach(this::telecom);
        }

        private void human(Fields human) {
            String given = Common.line(human, "given", String.join(" ", human.texts("given")));
            String family = human.text("family")
                    .map(text -> Common.line(human, "family", text))
                    .orElse("");
            if (name.isEmpty() && !(given + family).isEmpty()) {
                name = Optional.of(new PersonName(given, family));
            }
            human.text("text").ifPresent(text -> name(Common.line(human, "text", text)));
        }

        private void title(Fields whole, Fields code) {
            Optional<String> words = code.text("text")
                    .or(() -> code.children("coding").stream()
                            .flatMap(coding -> coding.text("display").stream())
                            .findFirst());
            if (title.isEmpty()) {
                title = words.map(text -> Common.line(whole, "code", text)).orElse("");
            }
        }

        /** Privacy: a telephone at home is nobody's business here. */
        private void telecom(Fields telecom) {
            Optional<ContactPoint.Medium> medium = telecom.text("system").map(MEDIA::get);
            String use = telecom.text("use").orElse("work");
            if (medium.isEmpty() || !USES.containsKey(use)) {
                return;
            }
            telecom.text("value")
                    .map(value -> Common.line(telecom, "value", value))
                    .filter(value -> seen.merge(value, 1, Integer::sum) == 1)
                    .ifPresent(value -> telecoms.add(new ContactPoint(medium.get(), USES.get(use), value, false)));
        }

        Someone someone() {
            return new Someone(name.orElse(new PersonName("", "")), title, hsaId, List.copyOf(telecoms));
        }
    }

    /** The parts that are there, with a comma between. */
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
