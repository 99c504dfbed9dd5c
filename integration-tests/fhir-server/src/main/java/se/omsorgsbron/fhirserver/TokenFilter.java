package se.omsorgsbron.fhirserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * Lets nobody write without a token of the issuer that is trusted, and refuses every request with a token that is not good. Reads
 * without a token stay open: the server answers on this machine alone, where whoever runs the town wants to look with a browser.
 */
final class TokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final int KEYS_TIMEOUT_MS = 5_000;
    private static final int KEYS_LONGEST = 100_000;

    private final transient DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    TokenFilter(Options.Trust trust) {
        // Fetched when the first token comes, and again when one is signed with a key that is not known.
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHMS,
                JWKSourceBuilder.create(
                                trust.keys(),
                                new DefaultResourceRetriever(KEYS_TIMEOUT_MS, KEYS_TIMEOUT_MS, KEYS_LONGEST))
                        .build()));
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                trust.audience(),
                new JWTClaimsSet.Builder().issuer(trust.issuer()).build(),
                Set.of("exp", "client_id")));
    }

    /** Puts it before everything that the context serves. */
    void guard(Context context) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("tokens");
        definition.setFilter(this);
        FilterMap everything = new FilterMap();
        everything.setFilterName("tokens");
        everything.addURLPattern("/*");
        context.addFilterDef(definition);
        context.addFilterMap(everything);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            if (reads(request)) {
                chain.doFilter(request, response);
            } else {
                refuse(response, "Bearer", "A write needs an access token.");
            }
            return;
        }
        try {
            request.setAttribute(RequestLog.CLIENT, client(token.get()));
        } catch (KeySourceException e) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The issuer's keys cannot be fetched.");
            return;
        } catch (BadJOSEException | JOSEException | ParseException e) {
            refuse(response, "Bearer error=\"invalid_token\"", "The access token is not good.");
            return;
        }
        chain.doFilter(request, response);
    }

    private String client(String token) throws BadJOSEException, JOSEException, ParseException {
        try {
            return tokens.process(token, null).getStringClaim("client_id");
        } catch (RateLimitReachedException e) {
            // The keys have just been fetched, and the token's is not among them.
            throw new BadJOSEException("unknown key", e);
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static boolean reads(HttpServletRequest request) {
        // A search may be a POST, so that what is searched for stands in no URL.
        return READING.contains(request.getMethod())
                || ("POST".equals(request.getMethod())
                        && request.getRequestURI().endsWith("/_search"));
    }

    private static void refuse(HttpServletResponse response, String challenge, String why) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        answer(response, HttpServletResponse.SC_UNAUTHORIZED, why);
    }

    private static void answer(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("application/fhir+json");
        response.getWriter().write("""
                {"resourceType": "OperationOutcome",
                 "issue": [{"severity": "error", "code": "security", "diagnostics": "%s"}]}
                """.formatted(why));
    }
}
