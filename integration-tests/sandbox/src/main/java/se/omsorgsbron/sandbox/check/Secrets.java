package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand nowhere at primary care: everything about people with a protected identity but their number, all door codes,
 * guarded addresses and telephones, the identity numbers of staff, and relatives where they are not disclosed.
 */
final class Secrets {
    private static final int TOO_SHORT_TO_SEARCH = 4;
    private static final int LONGEST_TELEPHONE = 40;

    /** A value that must not be found; {@code value} is never shown. */
    record Secret(String municipality, String person, String what, String value, boolean digitsOnly) {
        /** Whether that text of a resource holds it; {@code digits} is {@link #digits} of the text. */
        boolean isIn(String text, String digits) {
            return digitsOnly ? digits.equals(value) : text.contains(value);
        }

        /** A telephone can be written in many ways: its digits alone, in the national form. A long text is no telephone. */
        static String digits(String text) {
            if (text.length() > LONGEST_TELEPHONE) {
                return "";
            }
            var digits = new StringBuilder();
            text.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
            boolean international = digits.length() > 2 && digits.charAt(0) == '4' && digits.charAt(1) == '6';
            return international ? "0" + digits.substring(2) : digits.toString();
        }

        @Override
        public String toString() {
            return what + " of " + person + "[masked]";
        }
    }

    private final CaseFile file;
    private final List<Secret> secrets = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();

    private Secrets(CaseFile file) {
        this.file = file;
    }

    /** All secrets of one municipality. */
    static List<Secret> of(CaseFile file, CaseSystem source) {
        var found = new Secrets(file);
        found.collectOpen(source);
        source.all("clients").forEach(found::client);
        source.departed().forEach(found::client);
        for (JsonNode staff : source.all("personnel")) {
            if (!file.labels(staff).isEmpty()) {
                String person = "personnel:" + Json.text(staff, "Id");
                found.names(person, "the name of protected staff", staff);
                found.reach(person, staff, true);
                found.add(person, "the HSA-id of protected staff", Json.text(staff, "HsaId"));
            }
            found.add(
                    "personnel:" + Json.text(staff, "Id"), "an identity number of staff", Json.text(staff, "PersonId"));
        }
        return found.secrets.stream()
                .filter(secret -> secret.digitsOnly() || !found.open.contains(secret.value()))
                .distinct()
                .toList();
    }

    /** Names that somebody may have who is not protected: they tell nothing. */
    private void collectOpen(CaseSystem source) {
        open.add("");
        for (String list : List.of("clients", "personnel", "relatives", "contacts")) {
            for (JsonNode node : source.all(list)) {
                // A client whose number is invalid may be protected: nothing of that person is open.
                boolean guarded = file.citizen(Json.text(node, "PersonId"))
                        .map(Citizen::isProtected)
                        .orElse(list.equals("clients"));
                boolean open = list.equals("personnel") ? file.labels(node).isEmpty() : !guarded;
                if (open) {
                    this.open.add(Json.text(node, "FirstName"));
                    this.open.add(Json.text(node, "LastName"));
                }
            }
        }
    }

    private void client(JsonNode client) {
        String person = "client:" + Json.text(client, "Id");
        boolean guarded = file.citizen(Json.text(client, "PersonId"))
                .map(Citizen::isProtected)
                .orElse(true); // an invalid number: nothing of that person may be there
        if (guarded) {
            names(person, "a protected person's name", client);
            file.citizen(Json.text(client, "PersonId")).ifPresent(citizen -> {
                for (String list : List.of("relatives", "contacts")) {
                    for (JsonNode other : file.of(citizen, list)) {
                        if (list.equals("relatives") || isPrivate(Json.text(other, "Relation"))) {
                            names(person, "the name of somebody close to a protected person", other);
                            reach(person, other, true);
                        }
                    }
                }
            });
        }
        reach(person, client, guarded);
    }

    private boolean isPrivate(String relation) {
        return Shape.PRIVATE_ROLES.contains(file.tables().relations().getOrDefault(relation, ""));
    }

    private void names(String person, String what, JsonNode node) {
        add(person, what, Json.text(node, "FirstName"));
        add(person, what, Json.text(node, "LastName"));
        add(person, what, Json.text(node, "FullName"));
    }

    private void reach(String person, JsonNode node, boolean guarded) {
        for (JsonNode address : Json.list(node, "Addresses")) {
            add(person, "a door code", Json.text(address, "EntryCode"));
            if (guarded || Json.isTrue(address, "Protected")) {
                add(person, "a guarded address", Json.text(address, "StreetAddress"));
            }
        }
        for (JsonNode phone : Json.list(node, "Phones")) {
            if (guarded || Json.isTrue(phone, "Protected")) {
                String digits = Json.text(phone, "PhoneNumber").replaceAll("\\D", "");
                if (digits.length() > TOO_SHORT_TO_SEARCH) {
                    secrets.add(new Secret(file.municipality(), person, "a guarded telephone", digits, true));
                    add(person, "a guarded telephone", Json.text(phone, "PhoneNumber"));
                }
            }
        }
        for (JsonNode email : Json.list(node, "Emails")) {
            if (guarded || Json.isTrue(email, "Protected")) {
                add(person, "a guarded e-mail address", Json.text(email, "EmailAddress"));
            }
        }
    }

    private void add(String person, String what, String value) {
        if (value.length() >= TOO_SHORT_TO_SEARCH) {
            secrets.add(new Secret(file.municipality(), person, what, value, false));
        }
    }
}
