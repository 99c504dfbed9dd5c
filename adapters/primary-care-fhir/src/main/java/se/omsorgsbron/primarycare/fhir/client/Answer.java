package se.omsorgsbron.primarycare.fhir.client;

import java.util.List;
import java.util.Optional;

/** What a recipient made of a transaction bundle, when it made anything of it. */
public sealed interface Answer {

    /**
     * It took the bundle.
     *
     * @param entries one for each entry of the bundle, in its order
     */
    record Taken(List<Entry> entries) implements Answer {
        public Taken {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Something at the recipient is not as the bundle expected it (409, 412), or was being written by somebody else.
     *
     * @param status the HTTP status
     */
    record Conflict(int status) implements Answer {}

    /**
     * It did not take the bundle and will not if it is sent again.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Answer {}

    /**
     * What became of one entry.
     *
     * @param status HTTP status, such as 201
     * @param version the recipient's version, where it said one
     * @param location where it keeps the resource, such as {@code Patient/17}, where it said so
     */
    record Entry(int status, Optional<String> version, Optional<String> location) {}

    /**
     * Why something was refused, without anything personal: a server's diagnostics quote what it was sent, so none of its
     * words are kept.
     *
     * @param status the HTTP status
     * @param codes issue codes, such as {@code invariant}
     * @param expressions the elements that it complained of, such as {@code CareTeam.participant[0].role}
     */
    record Refusal(int status, List<String> codes, List<String> expressions) {
        public Refusal {
            codes = List.copyOf(codes);
            expressions = List.copyOf(expressions);
        }

        /** A refusal of which only the status is known. */
        public static Refusal of(int status) {
            return new Refusal(status, List.of(), List.of());
        }
    }
}
