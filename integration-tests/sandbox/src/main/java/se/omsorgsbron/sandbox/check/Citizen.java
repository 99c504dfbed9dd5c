package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A person with home care in one municipality.
 *
 * @param municipality code
 * @param id Lifecare's Client.Id
 * @param number identity number
 * @param system its identifier system
 * @param client the record
 * @param inCare whether the person is served now
 */
record Citizen(String municipality, String id, String number, String system, JsonNode client, boolean inCare) {

    static Citizen of(String municipality, JsonNode client, String system, LocalDate today) {
        boolean gone = Times.day(client.path("Deregistration"), "Date")
                .map(date -> !date.isAfter(today))
                .orElse(Json.at(client, "Deregistration").isObject());
        boolean active = !client.has("Active") || Json.isTrue(client, "Active");
        boolean deleted = Json.isTrue(client, "Deleted");
        return new Citizen(
                municipality,
                Json.text(client, "Id"),
                Json.text(client, "PersonId"),
                system,
                client,
                active && !gone && !deleted);
    }

    String label() {
        return "client:" + id;
    }

    /** The security labels, {@code system|code}; none for a person who is known not to be protected. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        boolean registration = Json.isTrue(client, "ProtectedRegistration");
        boolean confidential = Json.isTrue(client, "IsConfidential");
        boolean unknown = !client.hasNonNull("ProtectedRegistration") || !client.hasNonNull("IsConfidential");
        if (registration) {
            labels.add(Shape.SECURITY_LABEL + "|skyddadFolkbokforing");
        } else if (confidential) {
            labels.add(Shape.SECURITY_LABEL + "|sekretessmarkering");
        } else if (unknown) {
            labels.add(Shape.SECURITY_LABEL + "|sekretessmarkering");
            labels.add(Shape.UNKNOWN_PROTECTION);
        }
        return labels;
    }

    boolean isProtected() {
        return !labels().isEmpty();
    }
}
