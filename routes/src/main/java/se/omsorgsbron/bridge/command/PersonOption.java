package se.omsorgsbron.bridge.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;

/** Names a person, without an identity number on the command line, where others could read it. */
final class PersonOption {
    private static final String CLIENT = "client:";
    private static final String FROM_INPUT = "-";

    @Option(
            names = "--person",
            paramLabel = "PERSON",
            required = true,
            description = {
                "Who: client: and the id in Lifecare, such as client:110001; the person's UUID in the ledger; or - and the"
                        + " identity number, 12 digits, on standard input."
            })
    private String person;

    @Option(
            names = "--municipality",
            paramLabel = "CODE",
            description = "The municipality's code, if the person is known in several.")
    private String municipality;

    /** A person in a municipality. */
    record Found(String municipality, UUID id) {}

    /** Everybody whom the option can mean. */
    List<Found> find(SubjectTable subjects, Collection<String> municipalities) {
        Optional<SubjectKey> key = key();
        List<Found> found = new ArrayList<>();
        for (String code : municipalities) {
            if (municipality == null || municipality.equals(code)) {
                Optional<UUID> id = key.isPresent()
                        ? resolve(subjects, code, key.get())
                        : uuid().filter(uuid -> subjects.kind(code, uuid)
                                .filter(SubjectKind.PERSON::equals)
                                .isPresent());
                id.ifPresent(uuid -> found.add(new Found(code, uuid)));
            }
        }
        return found;
    }

    private static Optional<UUID> resolve(SubjectTable subjects, String municipality, SubjectKey key) {
        Map<SubjectKey, UUID> resolved = subjects.resolve(municipality, List.of(key));
        return Optional.ofNullable(resolved.get(key));
    }

    private Optional<SubjectKey> key() {
        if (person.equals(FROM_INPUT)) {
            return Optional.of(LifecareKeys.personNumber(read().strip().replace("-", "")));
        }
        return person.startsWith(CLIENT)
                ? Optional.of(LifecareKeys.client(person.substring(CLIENT.length())))
                : Optional.empty();
    }

    private Optional<UUID> uuid() {
        try {
            return Optional.of(UUID.fromString(person));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static String read() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }
}
