package se.omsorgsbron.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** The statement by which a client shows who it is; a good one, unless a field is changed. */
record Statement(JWK key, String issuer, String subject, String audience, String id, Instant end) {

    static Statement of(String client, JWK key, String audience) {
        return new Statement(
                key,
                client,
                client,
                audience,
                UUID.randomUUID().toString(),
                Instant.now().plusSeconds(240));
    }

    Statement by(JWK otherKey) {
        return new Statement(otherKey, issuer, subject, audience, id, end);
    }

    Statement forAudience(String other) {
        return new Statement(key, issuer, subject, other, id, end);
    }

    Statement withId(String other) {
        return new Statement(key, issuer, subject, audience, other, end);
    }

    Statement until(Instant other) {
        return new Statement(key, issuer, subject, audience, id, other);
    }

    String signed() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .jwtID(id);
        if (end != null) {
            claims.expirationTime(Date.from(end));
        }
        JWSHeader header =
                new JWSHeader.Builder(algorithm()).keyID(key.getKeyID()).build();
        SignedJWT jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The same with "no algorithm", which some servers have believed. */
    String unsigned() {
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("""
                {"alg":"none"}""".getBytes(StandardCharsets.UTF_8));
        return none + "." + signed().split("\\.")[1] + ".";
    }

    private JWSAlgorithm algorithm() {
        if (key instanceof ECKey ec) {
            return ec.getCurve().equals(Curve.P_256) ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384;
        }
        return JWSAlgorithm.RS256;
    }
}
