package se.omsorgsbron.bridge.app;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.support.GenericApplicationContext;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** Starts the bridge. */
@SpringBootApplication
public class BridgeApplication {

    /**
     * Starts with a configuration that has been read and checked.
     *
     * @param file where it was read from: it may also hold settings of Spring Boot, such as {@code server.port}
     */
    public static void start(BridgeConfiguration configuration, Path file) {
        application(configuration, file).run();
    }

    static SpringApplication application(BridgeConfiguration configuration, Path file) {
        SpringApplication application = new SpringApplication(BridgeApplication.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(BridgeConfiguration.class, () -> configuration));
        application.setDefaultProperties(Map.of(
                "spring.config.additional-location",
                file.toAbsolutePath().toUri().toString()));
        return application;
    }
}
