package se.omsorgsbron.bridge.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import se.omsorgsbron.bridge.access.ClientCertificates;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** Starts the bridge. */
// Its user with a password that it makes up has no place here: callers show tokens.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class, scanBasePackages = "se.omsorgsbron.bridge")
public class BridgeApplication {

    /**
     * Starts with a configuration that has been read and checked.
     *
     * @param file where it was read from: it may also hold settings of Spring Boot, such as {@code server.port}
     */
    public static void start(BridgeConfiguration configuration, Path file) {
        application(configuration, file).run();
    }

    /** Every connection of this process that chooses no other context: those of the adapters, and for tokens. */
    private static void showCertificates(BridgeConfiguration configuration) {
        Map<URI, ClientCertificates.Pair> pairs = new HashMap<>();
        configuration.municipalities().values().stream()
                .flatMap(municipality -> municipality.recipients().values().stream())
                .filter(recipient -> recipient.clientCertificate() != null)
                .forEach(recipient -> {
                    ClientCertificates.Pair pair =
                            new ClientCertificates.Pair(recipient.clientCertificate(), recipient.clientKeyFile());
                    pairs.put(recipient.url(), pair);
                    if (recipient.oauth2() != null) {
                        pairs.put(recipient.oauth2().tokenUrl(), pair);
                    }
                });
        if (!pairs.isEmpty()) {
            SSLContext.setDefault(new ClientCertificates(pairs).context());
        }
    }

    /** Made and not started. */
    public static SpringApplication application(BridgeConfiguration configuration, Path file) {
        showCertificates(configuration);
        SpringApplication application = new SpringApplication(BridgeApplication.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(BridgeConfiguration.class, () -> configuration));
        application.setDefaultProperties(Map.of(
                "spring.config.additional-location",
                file.toAbsolutePath().toUri().toString()));
        return application;
    }
}
