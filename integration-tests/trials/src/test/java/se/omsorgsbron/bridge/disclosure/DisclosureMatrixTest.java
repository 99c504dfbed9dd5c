package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/**
 * Every row of the policies, and every combination that no row allows, for every recipient, ground and protection: expanded on
 * the test's own reading of the tables, and compared with what really left over HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureMatrixTest {
    private static final int WORKERS = 2;

    private final List<PolicyText> tables = List.of(PolicyText.shipped("botkyrka"), PolicyText.shipped("nacka"));
    private final List<MatrixPerson> people = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /**
     * A recipient, and what it was sent.
     *
     * @param name unlike every other's
     */
    private record Way(String name, PolicyText table, String recipient, OperatedBy operatedBy, Set<String> sent) {}

    @BeforeAll
    void deliverEverythingToEverybody() throws Exception {
        Situations.main().forEach(situation -> add(ProtectedIdentity.NONE, situation));
        for (ProtectedIdentity protection : EnumSet.complementOf(EnumSet.of(ProtectedIdentity.NONE))) {
            Situations.forTheProtected().forEach(situation -> add(protection, situation));
        }
        Situations.edges().forEach(situation -> add(ProtectedIdentity.NONE, situation));
        for (PolicyText table : tables) {
            for (String recipient : Stream.concat(table.recipients().stream(), Stream.of("stranger"))
                    .toList()) {
                for (OperatedBy operatedBy : operators(table, recipient)) {
                    String name = table.name() + "-" + recipient + "-" + ways.size();
                    ways.add(new Way(name, table, recipient, operatedBy, new TreeSet<>()));
                }
            }
        }
        deliver();
    }

    @Test
    void whatLeftIsWhatTheTablesAllowAndNothingElse() {
        Outcome outcome = compare(tables);

        assertThat(outcome.mismatches()).isEmpty();
        assertThat(outcome.compared()).isGreaterThan(30_000);
        assertThat(outcome.left()).isGreaterThan(1_000);
    }

    @Test
    void aRowThatIsNotThereIsNoticed() {
        for (PolicyText table : tables) {
            for (int row = 0; row < table.rows().size(); row++) {
                assertThat(compare(List.of(table.without(row))).mismatches())
                        .as("%s without %s", table.name(), table.rows().get(row))
                        .isNotEmpty();
            }
        }
    }

    /** Who may run it. Where no row tells some of them from each other, one stands for them, but for thorough runs. */
    private static Set<OperatedBy> operators(PolicyText table, String recipient) {
        if (Boolean.getBoolean("omsorgsbron.thorough") && !recipient.equals("stranger")) {
            return EnumSet.allOf(OperatedBy.class);
        }
        Set<OperatedBy> operators = EnumSet.of(OperatedBy.REGION);
        for (PolicyText.Row row : table.rows()) {
            if (row.recipient().equals(recipient)) {
                switch (row.ground()) {
                    case "same-municipality" -> operators.add(OperatedBy.MUNICIPALITY);
                    case "private-provider" -> operators.add(OperatedBy.PRIVATE_PROVIDER);
                    default -> {}
                }
            }
        }
        return operators;
    }

    private void add(ProtectedIdentity protection, Situation situation) {
        people.add(new MatrixPerson(people.size(), protection, situation));
    }

    private void deliver() throws Exception {
        List<FhirStandIn> standIns = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (TestRecipients recipients = new TestRecipients()) {
            List<Channel> channels = new ArrayList<>();
            for (Way way : ways) {
                FhirStandIn fhir = new FhirStandIn();
                standIns.add(fhir);
                DisclosurePolicy policy = new DisclosurePolicy(
                        DisclosureTableFile.read(way.table().name()).table(), way.recipient(), way.operatedBy());
                channels.add(TestDeliveries.channel(recipients.recipient(way.name(), fhir), policy));
            }
            try (TestDeliveries deliveries = new TestDeliveries(channels, recipients.template)) {
                deliveries.store(people.stream()
                        .flatMap(person -> person.facts().stream())
                        .toList());
                deliveries.analyze();
                List<Future<?>> runs = new ArrayList<>();
                ways.forEach(way -> runs.add(workers.submit(() -> deliveries.workOff(way.name(), people.size()))));
                for (Future<?> run : runs) {
                    run.get();
                }
                assertThat(deliveries.held()).isEmpty();
            }
            for (int i = 0; i < ways.size(); i++) {
                ways.get(i)
                        .sent()
                        .addAll(Place.canariesIn(standIns.get(i).requests.stream()
                                .flatMap(request -> Stream.of(request.target(), request.body()))));
            }
        } finally {
            workers.shutdownNow();
            standIns.forEach(FhirStandIn::close);
        }
    }

    private record Outcome(int compared, int left, List<String> mismatches) {}

    /** Compares what was sent with what those tables allow, for the ways under a table of theirs. */
    private Outcome compare(List<PolicyText> expected) {
        int compared = 0;
        int left = 0;
        List<String> mismatches = new ArrayList<>();
        for (Way way : ways) {
            for (PolicyText table : expected) {
                if (!table.name().equals(way.table().name())) {
                    continue;
                }
                for (MatrixPerson person : people) {
                    Expectation expectation = new Expectation(table, way.recipient(), way.operatedBy(), person);
                    for (Place place : Place.ALL) {
                        boolean found = way.sent().contains(place.canary(person.index()));
                        boolean allowed = expectation.leaves(place);
                        compared++;
                        left += found ? 1 : 0;
                        if (found != allowed) {
                            mismatches.add(String.join(
                                    " | ",
                                    way.table().name(),
                                    way.recipient(),
                                    way.operatedBy().name(),
                                    person.protection().name(),
                                    person.situation().name(),
                                    place.toString(),
                                    found ? "left, and no row allows it" : "allowed, and did not leave"));
                        }
                    }
                }
            }
        }
        return new Outcome(compared, left, mismatches);
    }
}
