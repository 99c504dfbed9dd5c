package se.omsorgsbron.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
    private final ECKey key = key();

    @TempDir
    private Path folder;

    @Test
    void aRegistrationIsReadAsItStands() throws IOException {
        Client client = Client.read(file(entry("auditor", key.toPublicJWK()))).get(0);

        assertThat(client.id()).isEqualTo("auditor");
        assertThat(client.scopes()).containsExactlyInAnyOrder("audit.read", "system/AuditEvent.rs");
        assertThat(client.audience()).isEqualTo("https://bridge.omsorgsbron.example");
    }

    @Test
    void aPrivateKeyOrASecretIsRefusedWithoutBeingQuoted() throws IOException {
        Path withPrivateKey = file(entry("auditor", key));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.read(withPrivateKey))
                .withMessageContaining("hand over the public one alone")
                .withNoCause()
                .satisfies(e ->
                        assertThat(e.getMessage()).doesNotContain(key.getD().toString()));
        Path withSecret = file(entry("auditor", key.toPublicJWK()).replaceAll("\\{\"kty.*}]", """
                {"kty": "oct", "k": "c2VjcmV0"}]"""));
        assertThatIllegalArgumentException().isThrownBy(() -> Client.read(withSecret));
    }

    @Test
    void whatIsMissingIsToldInASentence() throws IOException {
        Path twice = file(entry("auditor", key.toPublicJWK()) + "," + entry("auditor", key.toPublicJWK()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.read(twice))
                .withMessage("The client auditor is registered twice.");
        Path nobody = file("");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.read(nobody))
                .withMessageContaining("has no client");
        Path withoutScope = file(entry("auditor", key.toPublicJWK()).replace("audit.read system/AuditEvent.rs", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.read(withoutScope))
                .withMessage("The client auditor has no scope.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--port", "1")))
                .withMessageContaining("--clients is missing");
    }

    private static String entry(String id, ECKey key) {
        return """
                {"client_id": "%s", "scope": "audit.read system/AuditEvent.rs",
                 "audience": "https://bridge.omsorgsbron.example", "jwks": {"keys": [%s]}}
                """.formatted(id, key.toJSONString());
    }

    private Path file(String entries) throws IOException {
        return Files.writeString(folder.resolve("clients.json"), "[" + entries + "]");
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
