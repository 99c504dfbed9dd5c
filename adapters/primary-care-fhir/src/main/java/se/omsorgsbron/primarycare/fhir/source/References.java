package se.omsorgsbron.primarycare.fhir.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.fhir.mapping.Codes;
import se.omsorgsbron.primarycare.fhir.client.Stock;

/** What the resources of one reading refer to at their server; each is read once. */
final class References {
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Za-z]{1,40}/[A-Za-z0-9.-]{1,64}");
    private static final Pattern STAFF = Pattern.compile("(Practitioner|PractitionerRole|Organization)/.*");
    private static final Pattern VERSION = Pattern.compile("/_history/.*");

    private final Stock stock;
    private final String base;
    private final Map<String, Optional<JsonNode>> read = new HashMap<>();

    References(Stock stock, String base) {
        this.stock = stock;
        this.base = base;
    }

    /** The names of the person that a subject refers to: every identity number that primary care has of them. */
    List<SubjectKey> people(JsonNode subject) throws RecipientUnavailable {
        List<SubjectKey> keys = new ArrayList<>();
        number(subject.path("identifier")).ifPresent(keys::add);
        Optional<String> key = key(subject.path("reference").asText());
        if (keys.isEmpty()
                && key.filter(reference -> reference.startsWith("Patient/")).isPresent()) {
            load(key.get())
                    .ifPresent(patient -> patient.path("identifier")
                            .forEach(identifier -> number(identifier).ifPresent(keys::add)));
        }
        return keys;
    }

    /** Reads what a resource refers to that tells a name. */
    void gather(JsonNode resource) throws RecipientUnavailable {
        for (String reference : resource.findValuesAsText("reference")) {
            Optional<String> staff =
                    key(reference).filter(key -> STAFF.matcher(key).matches());
            if (staff.isPresent()) {
                Optional<JsonNode> found = load(staff.get());
                Optional<String> behind = found.flatMap(
                        role -> key(role.path("practitioner").path("reference").asText()));
                if (behind.isPresent()) {
                    load(behind.get());
                }
            }
        }
    }

    /** What has been read under that reference. */
    Optional<JsonNode> at(String reference) {
        return key(reference).flatMap(key -> read.getOrDefault(key, Optional.empty()));
    }

    private Optional<JsonNode> load(String key) throws RecipientUnavailable {
        Optional<JsonNode> known = read.get(key);
        if (known == null) {
            known = stock.read(key).map(WrittenFeed::json);
            read.put(key, known);
        }
        return known;
    }

    /** Type and id at this server; empty for what lies anywhere else. */
    private Optional<String> key(String reference) {
        String relative = reference.startsWith(base + "/") ? reference.substring(base.length() + 1) : reference;
        Matcher key = KEY.matcher(VERSION.matcher(relative).replaceFirst(""));
        return key.matches() ? Optional.of(key.group()) : Optional.empty();
    }

    private static Optional<SubjectKey> number(JsonNode identifier) {
        String system = identifier.path("system").asText();
        return Codes.IDENTITY_NUMBER.domain().stream()
                .filter(kind -> Codes.IDENTITY_NUMBER.toWire(kind).equals(Optional.of(system)))
                .findFirst()
                .flatMap(kind ->
                        IdentityNumbers.parse(identifier.path("value").asText().replace("-", "")))
                .map(IdentityNumber::value)
                .map(PersonNumberKey::of);
    }
}
