package se.omsorgsbron.sandbox.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The people that the sandbox brings along. */
final class BuiltInTown {
    private static final List<String> FILES = List.of(
            "town.yaml",
            "supplements.csv",
            "expected-held.csv",
            "clients.json",
            "provider_contact_personnels.json",
            "personnel.json",
            "provider_units.json",
            "provider_headlines.json",
            "sol_decisions.json",
            "executions.json",
            "service_plans.json",
            "documentations.json",
            "relatives.json",
            "contacts.json",
            "client_critical_informations.json",
            "reported_visits.json");

    private BuiltInTown() {}

    static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (InputStream content = BuiltInTown.class.getResourceAsStream("/town/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("the built-in town lacks " + file);
                }
                Files.copy(content, folder.resolve(file));
            }
        }
    }
}
