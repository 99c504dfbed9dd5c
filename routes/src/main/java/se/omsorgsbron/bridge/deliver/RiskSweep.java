package se.omsorgsbron.bridge.deliver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.disclosure.Disclosed;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.LateRisks;
import se.omsorgsbron.bridge.ledger.LateRisks.Late;
import se.omsorgsbron.bridge.ledger.LateRisks.Limits;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.ledger.RiskTable.Decision;
import se.omsorgsbron.bridge.ledger.RiskTable.Undecided;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * Follows fresh risks to everybody whose they are to know (D17): decides who that is, tells the coordinator of whoever is late, and ends
 * that when it is over. What a look does not get to, the next one does.
 */
public final class RiskSweep {
    private static final int LIMIT = 500;

    private final RiskTable risks;
    private final LateRisks late;
    private final FactReader facts;
    private final Channels channels;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final Map<String, Limits> limits;
    private final Predicate<String> read;

    /**
     * A sweep.
     *
     * @param limits by municipality
     * @param read whether a municipality's sources have been read once, so that it is known who may have what
     */
    public RiskSweep(
            RiskTable risks,
            LateRisks late,
            FactReader facts,
            Channels channels,
            Clock clock,
            DeliveryMetrics metrics,
            Map<String, Limits> limits,
            Predicate<String> read) {
        this.risks = risks;
        this.late = late;
        this.facts = facts;
        this.channels = channels;
        this.clock = clock;
        this.metrics = metrics;
        this.limits = Map.copyOf(limits);
        this.read = read;
    }

    /** Looks; called by one timer on each node. */
    public void look() {
        decide();
        Map<String, Limits> ready = limits.entrySet().stream()
                .filter(entry -> read.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Late one : late.tell(ready)) {
            metrics.late(one);
        }
        late.close();
    }

    private void decide() {
        Map<UUID, Optional<SubjectFacts>> people = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (Undecided one : risks.undecided(LIMIT)) {
            Optional<SubjectFacts> person =
                    people.computeIfAbsent(one.subject(), id -> facts.read(one.municipality(), id));
            decisions.add(new Decision(one, person.flatMap(all -> key(one, all))));
        }
        risks.decide(decisions);
    }

    /** The key under which the recipient is told the risk; empty where it is not. */
    private Optional<String> key(Undecided one, SubjectFacts person) {
        return channels.of(one.municipality(), one.recipient())
                .flatMap(channel -> channel.recipient()
                        .keyOf(one.municipality(), one.subject(), one.risk())
                        .filter(key -> told(channel, person).contains(key)));
    }

    /** The keys of what the recipient may have of the person now; of one who left, nobody owes anything. */
    private List<String> told(Channel channel, SubjectFacts person) {
        return channel.disclosed(person, clock).stream()
                .map(Disclosed::record)
                .filter(record -> record instanceof PersonRecord told && told.served())
                .flatMap(record -> channel.recipient().project(record, Set.of()).stream())
                .filter(item -> item.mode() != Item.Mode.END)
                .map(Item::key)
                .toList();
    }
}
