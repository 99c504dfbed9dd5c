package se.omsorgsbron.bridge.deliver;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.disclosure.Disclosed;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/**
 * What a recipient may have, for one that asks instead of waiting: composed, disclosed and checked at that moment, so that what may no
 * longer leave is not there. Audited before it is given.
 */
public final class Share {
    private final FactReader facts;
    private final DeliveryLog log;
    private final AuditTrail audit;
    private final Clock clock;

    public Share(FactReader facts, DeliveryLog log, AuditTrail audit, Clock clock) {
        this.facts = facts;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The subject's items of that type, in the recipient's form.
     *
     * @param type such as {@code CareTeam}
     * @param client who asks, for the audit
     */
    public List<Item> of(Channel channel, UUID subject, String type, String client) {
        return facts.read(channel.municipality(), subject)
                .flatMap(all -> channel.disclosed(all, clock))
                .map(disclosed -> audited(channel, subject, disclosed, type, client))
                .orElse(List.of());
    }

    private List<Item> audited(Channel channel, UUID subject, Disclosed disclosed, String type, String client) {
        List<Item> items = channel.recipient().project(disclosed.record(), Set.of()).stream()
                .filter(item -> item.mode() != Item.Mode.END)
                .filter(item -> item.key().startsWith(type + "/"))
                .filter(item -> channel.recipient().check(item).isEmpty())
                .toList();
        List<Item> given = disclosed.record() instanceof PersonRecord ? items : needed(channel, subject, items);
        if (!given.isEmpty()) {
            audit.append(new AuditRecord(
                    Action.DISCLOSURE,
                    channel.municipality(),
                    Optional.of(subject).filter(person -> disclosed.record() instanceof PersonRecord),
                    AuditTrail.BRIDGE,
                    Optional.of(new AuditRecord.Recipient(channel.recipient().name(), client)),
                    given.stream()
                            .map(item -> new DataObject(item.key(), false, disclosed.grounds(item.concept())))
                            .toList(),
                    AuditRecord.Outcome.SUCCESS,
                    ""));
        }
        return given;
    }

    /** Privacy: staff and units are there only for whoever may have something that refers to them. */
    private List<Item> needed(Channel channel, UUID subject, List<Item> items) {
        Set<String> needed = log.needed(
                new WorkKey(channel.municipality(), subject, channel.recipient().name()),
                items.stream().map(Item::key).collect(Collectors.toSet()));
        return items.stream().filter(item -> needed.contains(item.key())).toList();
    }
}
