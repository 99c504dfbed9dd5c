package se.omsorgsbron.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A client that may ask for tokens.
 *
 * @param id its {@code client_id}
 * @param name what it is, for people
 * @param scopes what it may ask for
 * @param audience whom its tokens are for
 * @param keys the public keys by which it is known
 */
record Client(String id, String name, Set<String> scopes, String audience, JWKSet keys) {

    /**
     * Reads the clients from a JSON array of objects with the fields of a client registration (RFC 7591, section 2) and one
     * more: {@code client_id}, {@code client_name}, {@code scope}, {@code jwks}; and {@code audience}.
     *
     * @throws IllegalArgumentException if the file cannot be used; the message tells why
     */
    static List<Client> read(Path file) {
        try {
            List<Client> clients = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (JsonNode node : new ObjectMapper().readTree(Files.readAllBytes(file))) {
                Client client = client(node);
                if (!ids.add(client.id())) {
                    throw new IllegalArgumentException("The client " + client.id() + " is registered twice.");
                }
                clients.add(client);
            }
            if (clients.isEmpty()) {
                throw new IllegalArgumentException("The file of clients has no client: write at least one.");
            }
            return List.copyOf(clients);
        } catch (JsonProcessingException e) {
            // Not chained: the parser's message quotes the file, which may hold a key by mistake.
            throw new IllegalArgumentException(
                    "The file of clients is not JSON at line " + e.getLocation().getLineNr() + ".");
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of clients cannot be read: " + file, e);
        }
    }

    private static Client client(JsonNode node) {
        String id = text(node, "client_id", "A client");
        String subject = "The client " + id;
        return new Client(
                id,
                node.path("client_name").asText(id),
                Set.of(text(node, "scope", subject).split(" ")),
                text(node, "audience", subject),
                keys(node.path("jwks"), subject));
    }

    private static String text(JsonNode node, String field, String subject) {
        String text = node.path(field).asText().strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(subject + " has no " + field + ".");
        }
        return text;
    }

    // The cause is left out on purpose: its message can quote the key.
    @SuppressWarnings("UnusedException")
    private static JWKSet keys(JsonNode jwks, String subject) {
        try {
            JWKSet keys = JWKSet.parse(jwks.toString());
            if (keys.isEmpty()) {
                throw new IllegalArgumentException(subject + " has no key: write its public one under jwks.");
            }
            for (JWK key : keys.getKeys()) {
                // A shared secret would pass for a key otherwise, and a private key is the client's alone.
                if (key.isPrivate() || key.getKeyType().equals(KeyType.OCT)) {
                    throw new IllegalArgumentException(
                            subject + " is registered with a private key: hand over the public one alone.");
                }
            }
            return keys;
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(subject + " has no jwks with public keys as JWK.");
        }
    }
}
