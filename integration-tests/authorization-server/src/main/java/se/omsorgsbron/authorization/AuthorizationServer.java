package se.omsorgsbron.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An authorization server at 127.0.0.1 for client credentials alone: a client shows who it is by a signed statement
 * (private_key_jwt, as SMART Backend Services has it) and gets a JWT for five minutes. No client has a secret, nobody logs in.
 * Prints {@code ready http://127.0.0.1:PORT}, which is also its issuer, once it answers. Arguments: {@link Options}.
 *
 * <p>Its own key is made at each start: tokens of an earlier run are worth nothing.
 */
public final class AuthorizationServer {

    private AuthorizationServer() {}

    /** Starts the server and returns when it is ready; exit code 2 on unusable arguments or a port that is taken. */
    public static void main(String[] args) {
        try {
            ConfigurableApplicationContext server = start(Options.parse(List.of(args)));
            System.out.println("ready " + server.getBean(Issuer.class).address());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (PortInUseException e) {
            System.err.println("The server cannot listen at 127.0.0.1; is the port taken? Try another --port, or 0");
            System.exit(2);
        }
    }

    static ConfigurableApplicationContext start(Options options) {
        Clients clients = new Clients(Client.read(options.clients()));
        // Known before the start, because the port is a part of the issuer.
        int port = options.port() == 0 ? freePort() : options.port();
        SpringApplication application = new SpringApplication(AuthorizationConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of("server.address", "127.0.0.1", "server.port", port));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clients.class, () -> clients);
            beans.registerBean(Issuer.class, () -> new Issuer("http://127.0.0.1:" + port));
        });
        return application.run();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }
}
