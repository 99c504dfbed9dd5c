package se.omsorgsbron.bridge.entrance;

import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.PersonName;

/** Who a body means with {@code person}; never an address, which would stand in logs. */
public final class Persons {
    private static final String EXPECTED =
            "client: and the id in Lifecare, number: and an identity number of 12 digits, or the UUID in the ledger,"
                    + " of somebody whom the bridge knows in the municipality";

    private final SubjectTable subjects;

    public Persons(SubjectTable subjects) {
        this.subjects = subjects;
    }

    /** Empty, with a problem noted, where nobody is meant whom the bridge knows there. */
    Optional<UUID> named(Body body, String municipality) {
        Optional<String> text = body.text("person", EXPECTED);
        Optional<UUID> found = text.flatMap(PersonName::of).flatMap(name -> name.in(municipality, subjects));
        if (text.isPresent() && found.isEmpty()) {
            body.wrong("person", text.get().length() + " characters", EXPECTED);
        }
        return found;
    }
}
