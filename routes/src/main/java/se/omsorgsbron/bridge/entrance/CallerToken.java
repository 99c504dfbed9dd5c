package se.omsorgsbron.bridge.entrance;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import se.omsorgsbron.bridge.access.Caller;

/** A caller whose token was good. Its authorities are the scopes that its role covers. */
public final class CallerToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerToken(Caller caller) {
        super(caller.scopes().stream()
                .filter(caller::may)
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Whose request this is. Everything behind the entrance has a caller. */
    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            return token.caller;
        }
        throw new IllegalStateException("a request came through without a caller");
    }

    @Override
    public List<String> getCredentials() {
        return List.of();
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.client();
    }
}
