package se.omsorgsbron.bridge.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed statement by which a client shows who it is (private_key_jwt): SMART App Launch 2, Backend Services. The key is a
 * private JWK, or the first private one of a set, in a file that is read anew each time: so it is rotated by putting another there.
 */
public final class ClientAssertion {
    private static final long SECONDS_VALID = 240;

    private ClientAssertion() {}

    /** Why the file cannot be used, in words that say nothing of the key; empty if it can. */
    public static Optional<String> problem(Path keyFile) {
        try {
            signer(key(keyFile));
            return Optional.empty();
        } catch (IOException | ParseException | JOSEException | RuntimeException unusable) {
            return Optional.of("names a file that holds no private key as JWK (RSA, or EC P-256 or P-384)");
        }
    }

    /** A statement that is valid for four minutes, for one use. */
    static String sign(Path keyFile, String clientId, URI tokenUrl, Instant now) throws AccessDenied {
        try {
            JWK key = key(keyFile);
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(clientId)
                    .subject(clientId)
                    .audience(tokenUrl.toString())
                    .expirationTime(Date.from(now.plusSeconds(SECONDS_VALID)))
                    .jwtID(UUID.randomUUID().toString())
                    .build();
            SignedJWT statement = new SignedJWT(
                    new JWSHeader.Builder(algorithm(key))
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            statement.sign(signer(key));
            return statement.serialize();
        } catch (IOException | ParseException | JOSEException unusable) {
            throw new AccessDenied("the key file cannot be used");
        }
    }

    private static JWK key(Path file) throws IOException, ParseException {
        String text = Files.readString(file);
        return text.contains("\"keys\"")
                ? JWKSet.parse(text).getKeys().stream()
                        .filter(JWK::isPrivate)
                        .findFirst()
                        .orElseThrow(() -> new ParseException("no private key", 0))
                : JWK.parse(text);
    }

    private static JWSAlgorithm algorithm(JWK key) {
        if (key instanceof ECKey ec) {
            return ec.getCurve().equals(Curve.P_256) ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384;
        }
        return JWSAlgorithm.RS384;
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) key);
    }
}
