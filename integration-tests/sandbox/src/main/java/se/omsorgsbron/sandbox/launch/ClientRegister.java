package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The town's clients and their keys. Each client's pair is made at the first start and its private half never leaves the folder of
 * the run; the authorization server is given the public one.
 */
public final class ClientRegister {
    private static final JsonMapper JSON = new JsonMapper();

    private final StateFolder state;

    public ClientRegister(StateFolder state) {
        this.state = state;
    }

    /** What stands of a client in the register. */
    public record Registered(String id, String name, String scope) {}

    /** Writes the register, and the keys of the clients that have none yet. */
    void write(List<TownClient> clients) throws IOException {
        List<Map<String, Object>> registrations = new ArrayList<>();
        for (TownClient client : clients) {
            Map<String, Object> registration = new LinkedHashMap<>();
            registration.put("client_id", client.id());
            registration.put("client_name", client.name());
            registration.put("scope", client.scope());
            registration.put("audience", client.audience());
            registration.put("jwks", new JWKSet(kept(client.id()).toPublicJWK()).toJSONObject());
            registrations.add(registration);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(state.clients().toFile(), registrations);
    }

    List<Registered> list() {
        try {
            List<Registered> registered = new ArrayList<>();
            for (JsonNode client : JSON.readTree(Files.readAllBytes(state.clients()))) {
                registered.add(new Registered(
                        client.path("client_id").asText(),
                        client.path("client_name").asText(),
                        client.path("scope").asText()));
            }
            return registered;
        } catch (IOException e) {
            throw new IllegalStateException("The town's clients cannot be read: " + state.clients(), e);
        }
    }

    public Optional<Registered> find(String id) {
        return list().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /**
     * The client's key pair.
     *
     * @throws IllegalStateException if its file cannot be used
     */
    // The cause is left out on purpose: its message can quote the key.
    @SuppressWarnings("UnusedException")
    public ECKey key(String id) {
        Path file = state.clientKey(id);
        try {
            return ECKey.parse(Files.readString(file));
        } catch (IOException | ParseException unusable) {
            throw new IllegalStateException(
                    "The key of " + id + " cannot be used: remove " + file + " and start the town again.");
        }
    }

    private ECKey kept(String id) throws IOException {
        Path file = state.clientKey(id);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            // Nobody else's to read from its first moment on.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, fresh().toJSONString() + "\n");
        }
        return key(id);
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java makes no keys on the curve P-256", e);
        }
    }
}
