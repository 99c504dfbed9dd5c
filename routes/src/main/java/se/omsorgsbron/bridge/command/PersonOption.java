package se.omsorgsbron.bridge.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.PersonName;

/** Names a person, without an identity number on the command line, where others could read it. */
final class PersonOption {
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

    /** For picocli, which fills it in. */
    PersonOption() {}

    /**
     * What was written after options of a command's own.
     *
     * @param municipality null for any
     */
    PersonOption(String person, String municipality) {
        this.person = person;
        this.municipality = municipality;
    }

    /** A person in a municipality. */
    record Found(String municipality, UUID id) {}

    /** Everybody whom the option can mean. */
    List<Found> find(SubjectTable subjects, Collection<String> municipalities) {
        Optional<PersonName> name = PersonName.of(
                person.equals(FROM_INPUT) ? "number:" + read().strip().replace("-", "") : person);
        return municipalities.stream()
                .filter(code -> municipality == null || municipality.equals(code))
                .flatMap(
                        code -> name.flatMap(known -> known.in(code, subjects)).map(id -> new Found(code, id)).stream())
                .toList();
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
