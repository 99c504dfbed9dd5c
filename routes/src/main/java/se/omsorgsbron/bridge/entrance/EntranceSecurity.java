package se.omsorgsbron.bridge.entrance;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.DispatcherType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import se.omsorgsbron.bridge.config.EntranceConfiguration;

/**
 * Who may come where: the one table. What it does not name, nobody may. There is no setting that switches it off; without an
 * authorization server nobody comes in.
 */
public final class EntranceSecurity {
    private EntranceSecurity() {}

    /** @param entrance null where none is configured */
    public static SecurityFilterChain chain(HttpSecurity http, EntranceConfiguration entrance, Denials denials)
            throws Exception {
        Refusal.Kind stranger = entrance == null ? Refusal.Kind.CLOSED : Refusal.Kind.UNAUTHENTICATED;
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(Customizer.withDefaults())
                .authorizeHttpRequests(EntranceSecurity::table)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> new Refusal(stranger).write(response))
                        .accessDeniedHandler((request, response, failure) -> {
                            denials.denied(CallerToken.current(), request.getMethod(), request.getServletPath());
                            new Refusal(Refusal.Kind.FORBIDDEN).write(response);
                        }));
        if (entrance != null) {
            http.oauth2ResourceServer(server -> tokens(server, entrance));
            http.addFilterBefore(new RateLimit(entrance.requestsPerSecond()), AuthorizationFilter.class);
        }
        return http.build();
    }

    private static void table(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry table) {
        // Failures.error, which says nothing of what it is about.
        table.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        // Whether the bridge lives, and no more: for whoever watches the process.
        table.requestMatchers(GET, "/actuator/health/liveness", "/actuator/health/readiness")
                .permitAll();
        table.requestMatchers(GET, "/actuator/**").hasAuthority("metrics.read");
        table.requestMatchers(GET, "/api/held", "/api/held/*").hasAuthority("held.read");
        table.requestMatchers(POST, "/api/held/*/retry", "/api/held/*/discard").hasAuthority("held.write");
        table.requestMatchers(GET, "/api/risks").hasAuthority("held.read");
        table.requestMatchers(POST, "/api/risks/search").hasAuthority("held.read");
        table.requestMatchers(GET, "/api/grounds/*").hasAuthority("grounds.read");
        table.requestMatchers(POST, "/api/grounds/search").hasAuthority("grounds.read");
        table.requestMatchers(PUT, "/api/grounds/*").hasAuthority("grounds.write");
        table.requestMatchers(DELETE, "/api/grounds/*").hasAuthority("grounds.write");
        table.requestMatchers(POST, "/api/disclosure/explain").hasAuthority("disclosure.read");
        table.requestMatchers(GET, "/api/audit").hasAuthority("audit.read");
        table.requestMatchers(POST, "/api/audit/who-looked").hasAuthority("audit.read");
        table.requestMatchers(POST, "/night-patrol/v1/notes", "/night-patrol/v1/visits")
                .hasAuthority("patrol.write");
        table.requestMatchers(POST, "/night-patrol/v1/withdrawals", "/night-patrol/v1/batches")
                .hasAuthority("patrol.write");
        table.requestMatchers(GET, "/night-patrol/v1/receipts/*", "/night-patrol/v1/changes")
                .hasAuthority("patrol.read");
        table.requestMatchers(POST, "/night-patrol/v1/seen").hasAuthority("patrol.read");
        // Which resource, and what with it, is asked behind this by FhirAccess.
        table.requestMatchers("/fhir/**").authenticated();
        table.anyRequest().denyAll();
    }

    private static void tokens(OAuth2ResourceServerConfigurer<HttpSecurity> server, EntranceConfiguration entrance) {
        server.jwt(jwt -> jwt.decoder(Tokens.decoder(entrance))
                        .jwtAuthenticationConverter(new Callers(entrance.clients())))
                .authenticationEntryPoint(
                        (request, response, failure) -> new Refusal(Refusal.Kind.UNAUTHENTICATED).write(response))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                        // A token that could not be checked is no wrong one; the keys may answer later.
                        filter.setAuthenticationFailureHandler((request, response, failure) -> new Refusal(
                                        failure
                                                        instanceof
                                                        org.springframework.security.authentication
                                                                .AuthenticationServiceException
                                                ? Refusal.Kind.NOT_NOW
                                                : Refusal.Kind.UNAUTHENTICATED)
                                .write(response));
                        return filter;
                    }
                });
    }
}
