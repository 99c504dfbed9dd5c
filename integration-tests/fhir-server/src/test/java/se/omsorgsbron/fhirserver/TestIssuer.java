package se.omsorgsbron.fhirserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Publishes a key over HTTP, and makes good and bad tokens. */
final class TestIssuer implements AutoCloseable {
    static final String AUDIENCE = "https://primary-care.omsorgsbron.example";

    private final ECKey key = key();
    private final HttpServer server;

    TestIssuer() throws IOException {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Options.Trust trust() throws IOException {
        return new Options.Trust(address(), URI.create(address() + "/keys").toURL(), AUDIENCE);
    }

    /** What a token says; a good one, unless something is changed. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .claim("client_id", "bridge")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    String good() {
        return sign(claims(), key);
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key);
    }

    /** Signed with a key that the issuer does not have, under the name of its own. */
    String forged() {
        try {
            return sign(
                    claims(),
                    new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with a key of somebody else. */
    String foreign() {
        return sign(claims(), key());
    }

    private static String sign(JWTClaimsSet.Builder claims, ECKey key) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
