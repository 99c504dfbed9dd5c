package se.omsorgsbron.bridge.operations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;

/**
 * How a person is named to the bridge: {@code client:} and the id in Lifecare, {@code number:} and an identity number of 12 digits,
 * or the person's UUID in the ledger.
 */
public final class PersonName {
    private static final Pattern KEY = Pattern.compile("(client|number):([0-9]{1,18})");

    private final Optional<SubjectKey> key;
    private final Optional<UUID> id;

    private PersonName(Optional<SubjectKey> key, Optional<UUID> id) {
        this.key = key;
        this.id = id;
    }

    /** Empty where the text has none of the three forms. */
    public static Optional<PersonName> of(String text) {
        Matcher key = KEY.matcher(text.strip());
        if (key.matches()) {
            String value = key.group(2);
            return Optional.of(new PersonName(
                    Optional.of(
                            key.group(1).equals("client")
                                    ? LifecareKeys.client(value)
                                    : LifecareKeys.personNumber(value)),
                    Optional.empty()));
        }
        return uuid(text.strip()).map(uuid -> new PersonName(Optional.empty(), Optional.of(uuid)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            // A short form such as 1-1-1-1-1 would be taken, too.
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    /** Who that is in a municipality. */
    public Optional<UUID> in(String municipality, SubjectTable subjects) {
        return key.map(name -> Optional.ofNullable(
                        subjects.resolve(municipality, List.of(name)).get(name)))
                .orElse(id)
                .filter(uuid -> subjects.kind(municipality, uuid)
                        .filter(SubjectKind.PERSON::equals)
                        .isPresent());
    }
}
