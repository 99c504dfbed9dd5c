package se.omsorgsbron.authorization;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds out whose statement a request carries where it has no {@code client_id}: SMART Backend Services sends none, as the
 * statement names the client (RFC 7521, section 4.2). Spring's own converter refuses such a request, and reads all others.
 */
final class StatementInRequest implements AuthenticationConverter {
    private static final ClientAuthenticationMethod STATEMENT =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    // The cause is left out on purpose: its message can quote the statement.
    @Override
    @SuppressWarnings("UnusedException")
    public Authentication convert(HttpServletRequest request) {
        String statement = request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION);
        if (statement == null
                || !STATEMENT.getValue().equals(request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE))
                || request.getParameter(OAuth2ParameterNames.CLIENT_ID) != null) {
            return null;
        }
        try {
            // Nothing is believed yet: the name only tells whose key the statement is then checked with.
            String client = SignedJWT.parse(statement).getJWTClaimsSet().getSubject();
            if (client == null) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            return new OAuth2ClientAuthenticationToken(client, STATEMENT, statement, Map.of());
        } catch (ParseException unreadable) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
