package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;

/** Whose an errand is, as far as that is known. */
public sealed interface Whose {
    /** The kind of external id that is a party id. */
    String PRIVATE = "PRIVATE";

    /** What looks like an identity number, with or without its hyphen. */
    Pattern NUMBER = Pattern.compile("([0-9]{2})?[0-9]{6}[-+]?[0-9A-Za-z]{4}");

    /**
     * The person, resolved.
     *
     * @param partyId opaque
     * @param number what the party look-up says, valid or not
     */
    record Known(String partyId, String number) implements Whose {
        /** The key under which every source knows the person. */
        public SubjectKey key() {
            return PersonNumberKey.of(number);
        }

        @Override
        public String toString() {
            return "Known[masked]";
        }
    }

    /** It cannot be told, and nothing in the errand can be told of anybody. */
    record Unknown(Problem problem) implements Whose {}

    /** The party id to look up. */
    record Party(String id) implements Whose {}

    /** Who the stakeholders say it is: exactly one of them is in the role of the person, with a party id. */
    static Whose of(List<JsonNode> stakeholders, MappingContext context) {
        List<JsonNode> persons = stakeholders.stream()
                .filter(s -> context.roles().get(s.path("role").asText()) instanceof Role.Subject)
                .toList();
        List<String> parties = persons.stream()
                .filter(s -> s.path("externalIdType").asText().equals(PRIVATE))
                .map(s -> s.path("externalId").asText())
                .filter(id -> !id.isBlank() && !isNumber(id))
                .distinct()
                .toList();
        if (parties.size() == 1 && !persons.isEmpty()) {
            return new Party(parties.get(0));
        }
        String found =
                persons.size() + " stakeholders in the role of the person, with " + parties.size() + " party ids";
        return unknown(found, "exactly one, with an externalId of type PRIVATE");
    }

    /** Whether an id is an identity number after all: then it has no place where ids are shown. */
    static boolean isNumber(String id) {
        return NUMBER.matcher(id.strip()).matches();
    }

    /** What is said of everything in the errand when its person cannot be told. */
    static Unknown unknown(String found, String expected) {
        return new Unknown(new Problem(Reason.UNKNOWN_PERSON, "stakeholders", found, expected));
    }
}
