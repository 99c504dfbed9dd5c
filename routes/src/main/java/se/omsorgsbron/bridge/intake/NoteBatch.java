package se.omsorgsbron.bridge.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.bridge.intake.NoteDesk.Outcome;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.nightpatrol.PatrolNote;

/**
 * Many notes at a time, as {@link NoteDesk} takes them one by one: looked up together and stored in one transaction. For notes that
 * correct nothing, each under an id of its own; others go to the desk.
 */
public final class NoteBatch {
    private final Intake intake;
    private final Inbox inbox;
    private final SubjectTable subjects;
    private final Clock clock;

    public NoteBatch(Intake intake, Inbox inbox, SubjectTable subjects, Clock clock) {
        this.intake = intake;
        this.inbox = inbox;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * One note.
     *
     * @param fields the hash of each field as it was sent, by name
     */
    public record Sent(PatrolNote note, Map<String, String> fields) {}

    /** Takes all of them in; what became of each, in their order. */
    public List<Outcome> take(Sender sender, List<Sent> notes) {
        Map<String, Received> before = inbox.findAll(
                sender.municipality(),
                sender.system(),
                notes.stream().map(sent -> sent.note().id()).toList());
        List<Sent> fresh = notes.stream()
                .filter(sent -> !before.containsKey(sent.note().id()))
                .toList();
        Map<String, Outcome> outcomes = new HashMap<>(fresh.isEmpty() ? Map.of() : store(sender, fresh));
        return notes.stream()
                .map(sent -> before.containsKey(sent.note().id())
                        ? NoteDesk.again(before.get(sent.note().id()), sent.fields())
                        : outcomes.get(sent.note().id()))
                .toList();
    }

    private Map<String, Outcome> store(Sender sender, List<Sent> notes) {
        Map<SubjectKey, UUID> persons = subjects.resolve(
                sender.municipality(), notes.stream().map(NoteBatch::number).collect(Collectors.toSet()));
        Map<UUID, Optional<SubjectKey>> names = subjects.namesOfPersons(sender.municipality(), persons.values());
        Instant now = clock.instant();
        Map<UUID, Sent> ready = new LinkedHashMap<>();
        List<Received> received = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Sent sent : notes) {
            UUID person = persons.get(number(sent));
            if (person == null || !names.containsKey(person)) {
                outcomes.put(sent.note().id(), new Outcome.UnknownPerson());
            } else {
                UUID receipt = UUID.randomUUID();
                ready.put(receipt, sent);
                received.add(new Received(
                        receipt,
                        sender.municipality(),
                        sender.system(),
                        sent.note().id(),
                        Kind.NOTE,
                        receipt,
                        person,
                        sent.fields(),
                        now));
            }
        }
        if (!received.isEmpty()) {
            outcomes.putAll(store(sender, received, ready, names, now));
        }
        return outcomes;
    }

    private Map<String, Outcome> store(
            Sender sender,
            List<Received> received,
            Map<UUID, Sent> ready,
            Map<UUID, Optional<SubjectKey>> names,
            Instant now) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Supplier<Optional<List<Observation>>> fresh = () -> {
            Set<UUID> added = inbox.addAll(sender.municipality(), sender.system(), received);
            List<Observation> records = new ArrayList<>();
            for (Received one : received) {
                if (added.contains(one.receipt())) {
                    Sent sent = ready.get(one.receipt());
                    SubjectKey name = names.get(one.person()).orElseGet(() -> number(sent));
                    Fact fact = NoteDesk.fact(
                            NoteDesk.source(sender.system(), one.receipt()),
                            name,
                            NoteDesk.content(sent.note(), Optional.empty(), now));
                    records.add(new Observation.Read(fact.source(), List.of(fact), List.of()));
                    outcomes.put(one.senderId(), new Outcome.Taken(one, true));
                }
            }
            return records.isEmpty() ? Optional.empty() : Optional.of(records);
        };
        intake.takeAll(sender.municipality(), fresh, () -> {});
        // Who lost the race sees what the other stored.
        received.stream().filter(one -> !outcomes.containsKey(one.senderId())).forEach(one -> {
            Received other = inbox.find(sender.municipality(), sender.system(), one.senderId())
                    .orElseThrow();
            outcomes.put(one.senderId(), NoteDesk.again(other, one.fields()));
        });
        return outcomes;
    }

    private static SubjectKey number(Sent sent) {
        return PersonNumberKey.of(sent.note().person().value());
    }
}
