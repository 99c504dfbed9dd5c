package se.omsorgsbron.bridge.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.AbstractDataSource;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/**
 * Starts the bridge on a ledger that is always empty, so that the JVM sees which classes a start needs, and can keep them
 * for faster starts ({@code -XX:ArchiveClassesAtExit}).
 */
public final class Training {
    private Training() {}

    /** Returns once the bridge would be ready. */
    public static void run(BridgeConfiguration configuration, Path file) {
        SpringApplication application = BridgeApplication.application(configuration, file);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new EmptyLedger(pool) : bean;
            }
        }));
        try (ConfigurableApplicationContext context = application.run()) {
            context.getBean(ProfileValidator.class).warmUp();
        }
    }

    /** Takes everything and holds nothing. */
    private static final class EmptyLedger extends AbstractDataSource implements Closeable {
        private final HikariDataSource real;

        EmptyLedger(HikariDataSource real) {
            this.real = real;
        }

        @Override
        public Connection getConnection() {
            return empty(Connection.class);
        }

        @Override
        public Connection getConnection(String username, String password) {
            return getConnection();
        }

        @Override
        public void close() {
            real.close();
        }

        private static <T> T empty(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader() == null ? EmptyLedger.class.getClassLoader() : type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer(method.getReturnType())));
        }

        private static Object answer(Class<?> type) {
            if (type == boolean.class) {
                return false;
            }
            if (type == int.class) {
                return 0;
            }
            if (type == long.class) {
                return 0L;
            }
            return type.getName().startsWith("java.sql.") && type.isInterface() ? empty(type) : null;
        }
    }
}
