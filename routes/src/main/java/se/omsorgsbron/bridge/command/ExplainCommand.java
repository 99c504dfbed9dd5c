package se.omsorgsbron.bridge.command;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import se.omsorgsbron.bridge.app.Explainables;
import se.omsorgsbron.bridge.app.LedgerAccess;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.explain.Explainer;
import se.omsorgsbron.bridge.explain.Explanation;
import se.omsorgsbron.bridge.explain.ExplanationWords;
import se.omsorgsbron.bridge.explain.Inputs;
import se.omsorgsbron.bridge.explain.PersonExplainer;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** What an input is read as, what of it is used where, what it becomes in FHIR, and what each recipient gets of it. */
@Command(
        name = "explain",
        description = "What an input, or all that is known of a person, becomes, and what each recipient gets of it.",
        mixinStandardHelpOptions = true)
final class ExplainCommand extends LedgerCommand implements IExitCodeGenerator {
    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private ConfigOption config;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A record, or a list of records, as JSON; or the supplements, as CSV.")
    private Path file;

    @Option(
            names = "--person",
            paramLabel = "PERSON",
            description =
                    "Instead of a file: client: and the id in Lifecare, the person's UUID in the ledger, or - and the"
                            + " identity number, 12 digits, on standard input.")
    private String person;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "What the file's records are, such as lifecare:service_plans, where its name does not tell.")
    private String as;

    @Option(
            names = "--disclosure",
            paramLabel = "TABLE",
            description =
                    "What the recipients of that table may have: botkyrka, nacka or a file; for a file without --config.")
    private String disclosure;

    @Option(
            names = "--municipality",
            paramLabel = "CODE",
            description = "Whose tables and recipients, if the configuration has several municipalities.")
    private String municipality;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    private final Supplier<ProfileValidator> validator =
            SingletonSupplier.of(() -> new ProfileValidator(FhirContext.forR4Cached(), 1));
    private int exitCode;

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run() {
        if ((file == null) == (person == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to explain: a FILE, or somebody with --person, and not both.");
        }
        exitCode = person == null ? explainFile() : explainPerson();
        out().flush();
    }

    private int explainPerson() {
        return withPeople(config, "person.read", new PersonOption(person, municipality), (ledger, known, people) -> {
            ArrayNode all = JSON.createArrayNode();
            for (Found one : people) {
                PersonExplainer explainer = explain(one, ledger, known);
                ledger.audit()
                        .append(AuditRecord.byOperator(
                                Action.ACCESS,
                                one.municipality(),
                                Optional.of(one.id()),
                                Operator.user(),
                                List.of(),
                                "explain"));
                all.add(explainer.json());
                out().print(json ? "" : explainer.prose());
            }
            out().print(json ? all.toPrettyString() + System.lineSeparator() : "");
            return BridgeCommand.GOOD;
        });
    }

    private PersonExplainer explain(Found one, LedgerAccess ledger, BridgeConfiguration known) {
        Municipality own = known.municipalities().get(one.municipality());
        PersonExplainer explainer = new PersonExplainer(
                ledger.facts(), ledger.personData(), Explainables.shares(known, one.municipality(), validator));
        LocalDate today = LocalDate.now(Clock.system(own.timeZone()));
        explainer.explain(one.municipality(), one.id(), own.timeZone(), today);
        return explainer;
    }

    private int explainFile() {
        Clock clock = Clock.systemUTC();
        Optional<Explainables> tables = tables(clock);
        return tables.map(known -> explainFile(known, clock)).orElse(BridgeCommand.UNUSABLE);
    }

    private int explainFile(Explainables known, Clock clock) {
        Inputs.Result result = Inputs.read(file, Optional.ofNullable(as), known.kinds());
        if (result instanceof Inputs.Result.Unusable unusable) {
            err().println(unusable.sentence());
            return BridgeCommand.UNUSABLE;
        }
        Inputs.Result.Found found = (Inputs.Result.Found) result;
        Explainer explainer =
                new Explainer(known.municipality(), known.zone(), clock, validator, known.shares(), known.assumed());
        ExplanationWords words = new ExplanationWords();
        boolean good = found.unreadable().isEmpty();
        for (Inputs.Input input : found.inputs()) {
            Explanation explanation = explainer.explain(input);
            words.add(explanation);
            good &= explanation.good();
        }
        out().print(json ? words.json() : words.prose());
        found.unreadable().forEach(err()::println);
        return good ? BridgeCommand.GOOD : BridgeCommand.WRONG;
    }

    /** Whose tables are used; empty after saying why there are none. */
    private Optional<Explainables> tables(Clock clock) {
        Optional<DisclosureTableFile.Read> table =
                Optional.ofNullable(disclosure).map(DisclosureTableFile::read);
        if (table.isPresent() && !table.get().mistakes().isEmpty()) {
            table.get().mistakes().forEach(mistake -> err().println("--disclosure " + mistake + "."));
            return Optional.empty();
        }
        if (config.isNone()) {
            return Optional.of(Explainables.of(table.map(DisclosureTableFile.Read::table), clock.instant()));
        }
        return config.load(err())
                .flatMap(known -> code(known).map(code -> Explainables.of(known, code, clock.instant(), validator)))
                .map(all -> table.map(read -> all.with(read.table())).orElse(all));
    }

    private Optional<String> code(BridgeConfiguration known) {
        Set<String> codes = new TreeSet<>(known.municipalities().keySet());
        Optional<String> code = municipality == null && codes.size() == 1
                ? codes.stream().findFirst()
                : Optional.ofNullable(municipality).filter(codes::contains);
        if (code.isEmpty()) {
            err().println("Say whose tables to use, with --municipality and one of " + String.join(", ", codes) + ".");
        }
        return code;
    }
}
