package se.omsorgsbron.authorization;

/**
 * The server's name and address.
 *
 * @param address such as {@code http://127.0.0.1:9000}; the {@code iss} of every token
 */
record Issuer(String address) {

    /** Where tokens are asked for, and whom a client's statement has to be for. */
    String tokenEndpoint() {
        return address + Paths.TOKEN;
    }

    String keys() {
        return address + Paths.KEYS;
    }

    /** The paths that are served, beside the descriptions under {@code /.well-known}. */
    static final class Paths {
        static final String TOKEN = "/oauth2/token";
        static final String KEYS = "/oauth2/jwks";

        private Paths() {}
    }
}
