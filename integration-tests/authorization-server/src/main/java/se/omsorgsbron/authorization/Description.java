package se.omsorgsbron.authorization;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the server says of itself (RFC 8414, and SMART App Launch 2, Conformance). Spring's own description would promise what is
 * not served here: a page to log in, secrets, revocation.
 */
@RestController
final class Description {
    private final Map<String, Object> description = new TreeMap<>();

    Description(Issuer issuer, Clients clients) {
        description.put("issuer", issuer.address());
        description.put("token_endpoint", issuer.tokenEndpoint());
        description.put("jwks_uri", issuer.keys());
        description.put("grant_types_supported", List.of("client_credentials"));
        description.put("response_types_supported", List.of());
        description.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        description.put(
                "token_endpoint_auth_signing_alg_values_supported",
                ClientAssertions.ALGORITHMS.stream()
                        .map(JWSAlgorithm::getName)
                        .sorted()
                        .toList());
        description.put("scopes_supported", clients.scopes());
        description.put("capabilities", List.of("client-confidential-asymmetric", "permission-v2"));
    }

    @GetMapping({"/.well-known/oauth-authorization-server", "/.well-known/smart-configuration"})
    Map<String, Object> description() {
        return description;
    }
}
