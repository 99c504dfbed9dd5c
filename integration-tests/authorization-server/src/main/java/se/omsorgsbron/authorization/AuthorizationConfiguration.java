package se.omsorgsbron.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Authorization Server with its token endpoint and its keys, and nothing else of it. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import(Description.class)
class AuthorizationConfiguration {
    private static final int SIGNING_KEY_BITS = 2048;

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http, Clients clients, Issuer issuer) throws Exception {
        ClientAssertions assertions = new ClientAssertions(clients, issuer, Clock.systemUTC());
        return http.securityMatcher(Issuer.Paths.TOKEN, Issuer.Paths.KEYS)
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.clientAuthentication(client -> client.authenticationConverter(
                                        new StatementInRequest())
                                .authenticationProviders(
                                        providers -> providers.forEach(provider -> judgeBy(assertions, provider)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static void judgeBy(ClientAssertions assertions, AuthenticationProvider provider) {
        if (provider instanceof JwtClientAssertionAuthenticationProvider statements) {
            statements.setJwtDecoderFactory(assertions);
        }
    }

    /** What the server says of itself may be read by all; there is nothing else. */
    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/.well-known/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    AuthorizationServerSettings settings(Issuer issuer) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer.address())
                .tokenEndpoint(Issuer.Paths.TOKEN)
                .jwkSetEndpoint(Issuer.Paths.KEYS)
                .build();
    }

    /** RS256, which every resource server takes without being told. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        RSAKey key =
                new RSAKeyGenerator(SIGNING_KEY_BITS).keyIDFromThumbprint(true).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Clients clients) {
        return context -> {
            String id = context.getRegisteredClient().getClientId();
            Client client = clients.client(id).orElseThrow();
            context.getClaims()
                    .audience(List.of(client.audience()))
                    .claim(OAuth2ParameterNames.CLIENT_ID, id)
                    // One text, as RFC 9068 has it; Spring would write a list.
                    .claim(OAuth2ParameterNames.SCOPE, String.join(" ", context.getAuthorizedScopes()));
        };
    }

    @Bean
    TokensOnTheirOwn authorizations() {
        return new TokensOnTheirOwn();
    }
}
