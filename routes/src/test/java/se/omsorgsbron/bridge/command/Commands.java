package se.omsorgsbron.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import se.omsorgsbron.bridge.ledger.TestLedger;

/** The command line on a ledger of its own, and what it printed. */
final class Commands {
    final TestLedger ledger = new TestLedger();
    final Path config;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** @param folder for the configuration and the audit's anchors */
    Commands(Path folder) throws IOException {
        config = Files.writeString(folder.resolve("bridge.yaml"), """
                omsorgsbron:
                  ledger: {url: "%s", username: postgres, password: postgres}
                  audit: {anchors: "%s"}
                  operators: {"%s": [operations, auditor, data-protection, coordinator]}
                  municipalities:
                    "0127":
                      name: Botkyrka
                      disclosure: botkyrka
                      case-system: {type: lifecare, url: "http://localhost:1/x", domain: "0127", key: made-up}
                      recipients: {primary-care: {type: fhir-r4, url: "http://localhost:1/fhir"}}
                """.formatted(
                        ledger.url, folder.resolve("anchors.log"), Operator.user()));
    }

    /** Runs a command; gives its exit code. */
    int run(String... arguments) {
        return new CommandLine(new BridgeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                        .toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
