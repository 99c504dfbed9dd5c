package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Claims telephones and e-mail addresses. */
final class Telecoms {
    private Telecoms() {}

    /** One way to reach somebody, as FHIR writes it. */
    record Telecom(String system, String use, String value) {}

    /** What a record says is not protected. */
    static List<Telecom> open(JsonNode node) {
        var telecoms = new ArrayList<Telecom>();
        for (JsonNode phone : open(node, "Phones")) {
            telecoms.add(new Telecom("phone", use(Json.text(phone, "Type")), Json.text(phone, "PhoneNumber")));
        }
        for (JsonNode email : open(node, "Emails")) {
            telecoms.add(new Telecom("email", use(Json.text(email, "Type")), Json.text(email, "EmailAddress")));
        }
        return telecoms;
    }

    /** The work telephone and e-mail of a member of staff. */
    static List<Telecom> work(JsonNode staff) {
        var telecoms = new ArrayList<Telecom>();
        Json.find(staff, "PhoneNumber").ifPresent(value -> telecoms.add(new Telecom("phone", "work", value)));
        Json.find(staff, "EmailAddress").ifPresent(value -> telecoms.add(new Telecom("email", "work", value)));
        return telecoms;
    }

    private static List<JsonNode> open(JsonNode node, String list) {
        return Json.list(node, list).stream()
                .filter(item -> item.hasNonNull("Protected") && !Json.isTrue(item, "Protected"))
                .toList();
    }

    private static String use(String type) {
        return switch (type) {
            case "Home", "Work", "Mobile" -> type.toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    /** Claims exactly these, in this order, at {@code path}: empty, or of a contained resource with the dot. */
    static void claim(Claims claims, String path, List<Telecom> telecoms) {
        for (int i = 0; i < telecoms.size(); i++) {
            String telecom = path + "telecom[" + i + "]";
            claims.equal(telecom + ".system", telecoms.get(i).system());
            claims.equal(telecom + ".use", telecoms.get(i).use());
            claims.text(telecom + ".value", telecoms.get(i).value());
        }
    }
}
