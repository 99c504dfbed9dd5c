package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the person or an officer has settled about disclosure: lag 2022:913, OSL 26 kap.; D24 of the duties.
 *
 * @param kind what was settled
 * @param scope for whom and of what
 * @param period days on which it counts
 * @param recordedBy who recorded it: for a harm test, the officer who decided
 */
public record RecordedGround(Kind kind, Scope scope, Period period, String recordedBy) implements FactContent {

    /** What can be settled. */
    public enum Kind {
        /** samtycke. */
        CONSENT("consent"),
        /** återkallat samtycke: counts from its first day until there is a later consent. */
        CONSENT_WITHDRAWN("consent-withdrawn"),
        /** information om sammanhållen vård- och omsorgsdokumentation. */
        SVOD_INFORMATION("svod-information"),
        /** menprövning. */
        HARM_TEST("harm-test"),
        /** spärr: nothing in its scope leaves, whatever else was settled. */
        BLOCK("block");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As files and messages write it. */
        public String code() {
            return code;
        }

        /** The kind with that code, if there is one. */
        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        /** Whether it ends disclosure instead of allowing it. */
        public boolean stops() {
            return this == CONSENT_WITHDRAWN || this == BLOCK;
        }
    }

    /**
     * For whom and of what.
     *
     * @param recipients names of recipients in the configuration; empty means every one
     * @param concepts in order; empty means every one
     */
    public record Scope(List<String> recipients, List<DisclosedConcept> concepts) {
        /** Everything, to everybody. */
        public static final Scope ALL = new Scope(List.of(), List.of());

        public Scope {
            recipients = recipients.stream().sorted().distinct().toList();
            concepts = concepts.stream().sorted().distinct().toList();
        }

        /** Whether that concept is in it, for that recipient. */
        public boolean covers(String recipient, DisclosedConcept concept) {
            return (recipients.isEmpty() || recipients.contains(recipient))
                    && (concepts.isEmpty() || concepts.contains(concept));
        }
    }
}
