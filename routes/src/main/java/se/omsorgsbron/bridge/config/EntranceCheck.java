package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.omsorgsbron.bridge.access.Role;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.EntranceConfiguration.Client;

/** What is wrong with who may come in, and with who may use the commands. */
final class EntranceCheck {
    private static final Set<Role> BY_HTTP = EnumSet.complementOf(EnumSet.of(Role.DATA_PROTECTION));
    private static final Set<Role> BY_COMMAND =
            EnumSet.of(Role.OPERATIONS, Role.COORDINATOR, Role.AUDITOR, Role.DATA_PROTECTION);

    /** Its notes stand in the ledger under that name, and no other source may have it. */
    private static final Pattern PATROL = Pattern.compile("night-patrol(-[a-z0-9-]{1,30})?");

    private final BridgeConfiguration configuration;
    private final BiConsumer<String, String> wrong;
    private final BiConsumer<String, URI> url;

    /**
     * @param wrong takes a setting and what is wrong with it
     * @param url checks an address
     */
    EntranceCheck(BridgeConfiguration configuration, BiConsumer<String, String> wrong, BiConsumer<String, URI> url) {
        this.configuration = configuration;
        this.wrong = wrong;
        this.url = url;
    }

    void check() {
        EntranceConfiguration entrance = configuration.entrance();
        if (entrance != null) {
            String at = "omsorgsbron.entrance";
            url.accept(at + ".issuer", entrance.issuer());
            url.accept(at + ".jwks-url", entrance.jwksUrl());
            if (entrance.audience() == null || entrance.audience().isBlank()) {
                wrong.accept(at + ".audience", "is missing: write what the tokens for this bridge have in 'aud'");
            }
            if (entrance.requestsPerSecond() < 1) {
                wrong.accept(at + ".requests-per-second", "must be 1 or more");
            }
            if (entrance.maxBody().toBytes() < 1) {
                wrong.accept(at + ".max-body", "must be larger than nothing, such as 1MB");
            }
            entrance.clients().forEach((id, client) -> client(at + ".clients." + id, client));
        }
        configuration
                .operators()
                .forEach((user, roles) -> roles.stream()
                        .filter(role -> !BY_COMMAND.contains(role))
                        .forEach(role -> wrong.accept(
                                "omsorgsbron.operators." + user,
                                "has the role " + role.code() + ", which no command needs: write some of "
                                        + codes(BY_COMMAND))));
    }

    private void client(String at, Client client) {
        if (client.role() == null || !BY_HTTP.contains(client.role())) {
            wrong.accept(at + ".role", "must be one of " + codes(BY_HTTP));
            return;
        }
        Map<String, Municipality> municipalities = configuration.municipalities();
        if (client.role() == Role.MONITORING) {
            if (client.municipality() != null) {
                wrong.accept(at + ".municipality", "must be left out: monitoring sees no municipality's data");
            }
        } else if (client.municipality() == null || !municipalities.containsKey(client.municipality())) {
            wrong.accept(
                    at + ".municipality",
                    "must be one of "
                            + municipalities.keySet().stream().sorted().collect(Collectors.joining(", "))
                            + ", in quotes");
            return;
        }
        if (client.role() == Role.RECIPIENT) {
            Set<String> recipients =
                    municipalities.get(client.municipality()).recipients().keySet();
            if (client.recipient() == null || !recipients.contains(client.recipient())) {
                wrong.accept(
                        at + ".recipient",
                        "must be one of " + recipients.stream().sorted().collect(Collectors.joining(", ")));
            }
        } else if (client.role() == Role.NIGHT_PATROL) {
            if (client.recipient() == null
                    || !PATROL.matcher(client.recipient()).matches()) {
                wrong.accept(
                        at + ".recipient",
                        "must be the name under which the patrol writes, such as night-patrol: it begins with night-patrol");
            }
        } else if (client.recipient() != null) {
            wrong.accept(
                    at + ".recipient",
                    "must be left out: only a client with the role recipient or night-patrol has one");
        }
    }

    private static String codes(Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(Role::code)
                .collect(Collectors.joining(", "));
    }
}
