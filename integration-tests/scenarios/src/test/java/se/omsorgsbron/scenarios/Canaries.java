package se.omsorgsbron.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words that stand nowhere but in the data of one person: where one turns up, that person's data have been. */
final class Canaries {
    /** Planted where it is tried whether the sweep would find one; belongs to nobody. */
    static final String PLANTED = "Kanarieplanterad";

    private Canaries() {}

    /** Puts them into a town: names, addresses, door codes, note texts and plan texts. */
    static void putInto(TownEditor town) {
        Map<String, String> names = names(town);
        town.edit(
                "clients",
                clients -> clients.forEach(client -> {
                    String id = client.path("Id").asText();
                    ((ObjectNode) client)
                            .put("LastName", names.get(client.path("PersonId").asText()))
                            .remove("FullName");
                    client.path("Addresses")
                            .forEach(address -> ((ObjectNode) address)
                                    .put("StreetAddress", "Kanariestigen " + id)
                                    .put("EntryCode", "Kanarieport" + id));
                }));
        town.edit(
                "relatives",
                relatives -> relatives.forEach(relative -> ((ObjectNode) relative)
                        .put("LastName", "Kanarieanhörig" + relative.path("Id").asText())
                        .remove("FullName")));
        town.edit("documentations", notes -> notes.forEach(note -> append((ObjectNode) note, "PlainText", " ")));
        town.edit(
                "service_plans",
                plans -> plans.forEach(plan -> plan.path("OtherInformation")
                        .forEach(text -> ((ObjectNode) text)
                                .put(
                                        "Text",
                                        text.path("Text").asText() + "\nKanarieplan"
                                                + plan.path("Id").asText()))));
    }

    /** A last name for each person: who has moved is a client in two municipalities, under one name. */
    private static Map<String, String> names(TownEditor town) {
        Map<String, String> names = new HashMap<>();
        town.records("clients")
                .forEach(client -> names.putIfAbsent(
                        client.path("PersonId").asText(),
                        "Kanarieklient" + client.path("Id").asText()));
        return names;
    }

    private static void append(ObjectNode note, String field, String between) {
        if (note.hasNonNull(field)) {
            note.put(
                    field,
                    note.path(field).asText() + between + "Kanarieanteckning"
                            + note.path("Id").asText());
        }
    }

    /** What may stand in no log, metric, list or URL: every canary, number, telephone and key of the town. */
    static Set<String> secrets(TownEditor town) {
        Set<String> secrets = new TreeSet<>(List.of(PLANTED, "Kanarie"));
        for (String resource : List.of("clients", "personnel", "relatives", "contacts")) {
            for (JsonNode record : town.records(resource)) {
                secrets.add(record.path("PersonId").asText());
                record.path("Phones")
                        .forEach(phone -> secrets.add(phone.path("Number").asText()));
                String name = record.path("LastName").asText();
                // A short name may be part of a word that is nobody's.
                if (name.length() >= 5) {
                    secrets.add(name);
                }
            }
        }
        secrets.remove("");
        return secrets;
    }

    /** What may not even stand at primary care. */
    static Set<String> neverDisclosed(TownEditor town) {
        Set<String> secrets = new TreeSet<>(List.of(PLANTED, "Kanariestigen", "Kanarieport"));
        for (JsonNode staff : town.records("personnel")) {
            secrets.add(staff.path("PersonId").asText());
        }
        Map<String, String> names = names(TownEditor.shipped());
        for (JsonNode client : TownEditor.shipped().records("clients")) {
            boolean isProtected = client.path("ProtectedRegistration").asBoolean(true)
                    || client.path("IsConfidential").asBoolean(true);
            if (isProtected) {
                secrets.add(names.get(client.path("PersonId").asText()));
            }
        }
        secrets.remove("");
        return secrets;
    }
}
