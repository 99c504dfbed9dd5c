package se.omsorgsbron.sandbox.caremanagement;

import java.util.List;

/** A request that is answered with a problem; the message is what the caller is told. */
final class Refusal extends RuntimeException {

    private final int status;
    private final transient List<Violation> violations;

    Refusal(int status, String message) {
        this(status, message, List.of());
    }

    Refusal(int status, String message, List<Violation> violations) {
        // Part of normal work, so no stack trace.
        super(message, null, false, false);
        this.status = status;
        this.violations = List.copyOf(violations);
    }

    /** A field that breaks a rule of the contract. */
    record Violation(String field, String message) {}

    int status() {
        return status;
    }

    List<Violation> violations() {
        return violations;
    }
}
