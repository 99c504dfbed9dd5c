package se.omsorgsbron.bridge.entrance;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** How often a client may ask. Only those whom the configuration knows get this far, so their number is bounded. */
final class RateLimit extends OncePerRequestFilter {
    private final RateLimiterRegistry limiters;

    RateLimit(int requestsPerSecond) {
        limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(requestsPerSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            RateLimiter limiter = limiters.rateLimiter(token.getName());
            if (!limiter.acquirePermission()) {
                new Refusal(Refusal.Kind.TOO_MANY).write(response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
