package se.omsorgsbron.bridge.config;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** What is wrong with where the bridge listens: beyond this machine, only over TLS and with callers who are known. */
final class ServerCheck {
    private ServerCheck() {}

    static List<String> violations(Environment environment, BridgeConfiguration configuration) {
        List<String> violations = new ArrayList<>();
        check("server", environment, configuration, violations);
        check("management.server", environment, configuration, violations);
        return violations;
    }

    private static void check(
            String server, Environment environment, BridgeConfiguration configuration, List<String> violations) {
        String address = environment.getProperty(server + ".address", "127.0.0.1");
        if (ConfigurationCheck.LOOPBACK.matcher(address).matches()) {
            return;
        }
        if (configuration.entrance() == null) {
            violations.add("'" + server
                    + ".address' lies beyond this machine while 'omsorgsbron.entrance' says of nobody who may"
                    + " come in: write that, or leave the address out.");
        }
        boolean tls = environment.containsProperty(server + ".ssl.bundle")
                || environment.containsProperty(server + ".ssl.key-store")
                || environment.containsProperty(server + ".ssl.certificate");
        if (!tls) {
            violations.add("'" + server + ".address' lies beyond this machine without TLS: write " + server
                    + ".ssl.certificate and " + server
                    + ".ssl.certificate-private-key, or put a proxy on this machine.");
        }
    }
}
