package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import java.util.Optional;
import se.omsorgsbron.bridge.disclosure.DisclosureTable.Row;

/** Whether one part of a concept may leave to one recipient, and why. */
public sealed interface Permission {

    /**
     * It may.
     *
     * @param row the row that allows it
     * @param recorded the person's ground that it rests on; empty where the row needs none
     */
    record Granted(Row row, Optional<Recorded> recorded) implements Permission {}

    /**
     * It may not.
     *
     * @param refusals what each row about it lacks; empty where there is no such row
     */
    record Denied(List<Refusal> refusals) implements Permission {
        public Denied {
            refusals = List.copyOf(refusals);
        }
    }

    /** Why a row does not allow it. */
    record Refusal(Row row, Lack lack) {}

    /** What a ground lacks. */
    enum Lack {
        BLOCKED("the person, or somebody for them, has blocked it (spärr)"),
        PROTECTED("the person's identity is protected, or may be"),
        NOT_SAME_MUNICIPALITY("the recipient is not run by the municipality itself"),
        NOT_PRIVATE_PROVIDER("the recipient is not run by a private provider"),
        NO_CONSENT("no consent in force that covers it is recorded"),
        CONSENT_WITHDRAWN("the consent has been withdrawn"),
        NO_SVOD_INFORMATION("it is not recorded that the person was informed"),
        NOT_SERVED("the person has no home care under SoL now"),
        NO_HARM_TEST("no harm test in force that covers it is recorded");

        private final String words;

        Lack(String words) {
            this.words = words;
        }

        /** For a sentence that says why something does not leave. */
        public String words() {
            return words;
        }
    }
}
