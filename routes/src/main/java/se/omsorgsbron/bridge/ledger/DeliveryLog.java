package se.omsorgsbron.bridge.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** What each recipient holds, and the rung of the receipt ladder on which the newest delivery of each item stands. */
public final class DeliveryLog {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final WorkQueue work;
    private final HeldItems held;

    public DeliveryLog(JdbcTemplate jdbc, TransactionTemplate transaction, WorkQueue work, HeldItems held) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.work = work;
        this.held = held;
    }

    /** The rungs that an item climbs towards a recipient that answers with one word. */
    public enum Rung {
        /** Ready, and not needed by anything that the recipient holds. */
        QUEUED,
        /** Held back or refused; not sent again as it is. */
        HELD,
        /** Sent, and not answered yet. */
        SENT,
        /** Stored by the recipient's application. */
        ACCEPTED
    }

    /**
     * One item at one recipient.
     *
     * @param rung of its newest delivery
     * @param acceptedHash what the recipient has, empty before it has anything
     * @param sentHash what was sent last without being accepted
     * @param version the recipient's version of what it has
     * @param location where it keeps it, where it chose that itself
     * @param uncertain whether it was sent once without an answer, whatever came of later tries
     */
    public record Delivery(
            Rung rung,
            Optional<String> acceptedHash,
            Optional<String> sentHash,
            Optional<String> version,
            Optional<String> location,
            boolean uncertain) {
        /** Whether the recipient may have been given it, now or before. */
        public boolean given() {
            return acceptedHash.isPresent() || rung == Rung.SENT || uncertain;
        }
    }

    /** The items of a subject that the recipient was sent or that were held, by key. */
    public Map<String, Delivery> of(WorkKey key) {
        Map<String, Delivery> deliveries = new HashMap<>();
        jdbc.query(
                """
                select item_key, rung, accepted_hash, sent_hash, version, location, uncertain from delivery
                where municipality = ? and recipient = ? and subject_id = ?
                """,
                row -> {
                    deliveries.put(
                            row.getString(1),
                            new Delivery(
                                    Rung.valueOf(row.getString(2)),
                                    Optional.ofNullable(row.getString(3)),
                                    Optional.ofNullable(row.getString(4)),
                                    Optional.ofNullable(row.getString(5)),
                                    Optional.ofNullable(row.getString(6)),
                                    row.getBoolean(7)));
                },
                key.municipality(),
                key.recipient(),
                key.subject());
        return deliveries;
    }

    /** Whose an item is, whoever was to have it. */
    public Optional<UUID> subjectOf(String municipality, String itemKey) {
        return jdbc
                .queryForList(
                        "select distinct subject_id from delivery where municipality = ? and item_key = ?",
                        UUID.class,
                        municipality,
                        itemKey)
                .stream()
                .findFirst();
    }

    /** Which of the keys the recipient has accepted something for. */
    public Set<String> accepted(WorkKey key, Collection<String> itemKeys) {
        return new HashSet<>(jdbc.queryForList(
                """
                select item_key from delivery
                where municipality = ? and recipient = ? and item_key = any (?) and accepted_hash is not null
                """, String.class, key.municipality(), key.recipient(), itemKeys.toArray(String[]::new)));
    }

    /** Notes what the items that a recipient may have refer to, and wakes the staff and units that were ready for it. */
    public void need(WorkKey key, Collection<String> itemKeys) {
        if (itemKeys.isEmpty()) {
            return;
        }
        String[] keys = itemKeys.toArray(String[]::new);
        transaction.executeWithoutResult(status -> {
            jdbc.update("""
                    insert into need (municipality, recipient, item_key) select ?, ?, unnest(?::text[])
                    on conflict do nothing
                    """, key.municipality(), key.recipient(), keys);
            work.wakeOwners(key, keys);
        });
    }

    /** Which of the keys somebody needs. */
    public Set<String> needed(WorkKey key, Collection<String> itemKeys) {
        return new HashSet<>(jdbc.queryForList(
                "select item_key from need where municipality = ? and recipient = ? and item_key = any (?)",
                String.class,
                key.municipality(),
                key.recipient(),
                itemKeys.toArray(String[]::new)));
    }

    /** Notes that items are ready in case somebody needs them. */
    public void queue(Claim claim, List<Item> items) {
        inClaim(claim, () -> items.forEach(item -> put(claim.key(), item, Rung.QUEUED, true)));
    }

    /**
     * Says before the I/O what is sent. Returns false if the claim is no longer ours: then nothing may be sent.
     *
     * @param also is done in the same transaction, last
     */
    public boolean sending(Claim claim, List<Item> items, Runnable also) {
        return inClaim(claim, () -> {
            items.forEach(item -> put(claim.key(), item, Rung.SENT, true));
            also.run();
        });
    }

    /** Notes that nothing of what was to be sent has left: it is certain that the recipient has none of it from this attempt. */
    public void notSent(Claim claim, List<Item> items) {
        inClaim(
                claim,
                () -> items.forEach(item ->
                        jdbc.update("""
                update delivery set rung = 'QUEUED', changed_at = now()
                where municipality = ? and recipient = ? and item_key = ? and rung = 'SENT'
                """, claim.key().municipality(), claim.key().recipient(), item.key())));
    }

    /**
     * Records what the recipient answered. Returns false if the claim is no longer ours: then nothing was written.
     *
     * @param also is done in the same transaction, last
     */
    public boolean answered(Claim claim, List<Item> items, Receipt receipt, Runnable also) {
        return inClaim(claim, () -> {
            items.forEach(item -> record(claim.key(), item, receipt.outcomes().get(item.key())));
            if (items.stream().anyMatch(item -> item.concept().shared())) {
                work.wake(claim.key().municipality(), claim.key().recipient());
            }
            if (items.stream().anyMatch(item -> item.mode() == Item.Mode.ONCE)) {
                // What waited because it could have been an echo is known now, whichever it was.
                work.markOthers(claim.key());
            }
            also.run();
        });
    }

    private void record(WorkKey key, Item item, Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            accept(key, item, stored);
        } else if (outcome instanceof Outcome.Refused refused) {
            refuse(key, item, List.of(refused.problem()), false);
        }
    }

    /** Holds an item back before it is sent. */
    public boolean hold(Claim claim, Item item, List<Problem> problems) {
        return inClaim(claim, () -> refuse(claim.key(), item, problems, true));
    }

    /** Tells the coordinator that a recipient has taken back what it was given, but for the versions that it keeps. */
    public void historyKept(WorkKey key, List<String> itemKeys) {
        held.hold(HeldItem.Held.historyKept(key, itemKeys));
    }

    private boolean inClaim(Claim claim, Runnable writes) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean stands = work.stands(claim);
            if (stands) {
                writes.run();
            }
            return stands;
        }));
    }

    /** @param unanswered whether what was sent before, if anything, got no answer */
    private void put(WorkKey key, Item item, Rung rung, boolean unanswered) {
        jdbc.update(
                """
                insert into delivery (municipality, recipient, item_key, subject_id, concept, mode, rung, sent_hash,
                    mapping_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, '1')
                on conflict (municipality, recipient, item_key) do update
                set mode = excluded.mode, rung = excluded.rung, sent_hash = excluded.sent_hash, changed_at = now(),
                    uncertain = delivery.uncertain or (delivery.rung = 'SENT' and ?)
                """,
                key.municipality(),
                key.recipient(),
                item.key(),
                key.subject(),
                item.concept().name(),
                item.mode().name(),
                rung.name(),
                item.hash(),
                unanswered);
    }

    private void accept(WorkKey key, Item item, Outcome.Stored stored) {
        jdbc.update(
                """
                update delivery
                set rung = 'ACCEPTED', accepted_hash = ?, sent_hash = null, uncertain = false, version = ?,
                    location = coalesce(?, location), ended = ?, accepted_at = now(), changed_at = now()
                where municipality = ? and recipient = ? and item_key = ?
                """,
                item.hash(),
                stored.version(),
                stored.location().orElse(null),
                item.mode() == Item.Mode.END,
                key.municipality(),
                key.recipient(),
                item.key());
        held.mend(key.municipality(), HeldItem.Held.sourceOf(key.recipient(), item.key()));
    }

    private void refuse(WorkKey key, Item item, List<Problem> problems, boolean unanswered) {
        put(key, item, Rung.HELD, unanswered);
        if (problems.get(0).reason() == Reason.PATIENT_NOT_FOUND) {
            forgetPatient(key);
        }
        held.hold(HeldItem.Held.item(key, item, problems));
    }

    /** The patient that was there is there no longer: the next try looks for it, or creates it, anew. */
    private void forgetPatient(WorkKey key) {
        jdbc.update("""
                delete from delivery
                where municipality = ? and recipient = ? and subject_id = ? and concept = ? and rung = 'ACCEPTED'
                """, key.municipality(), key.recipient(), key.subject(), Concept.PERSON.name());
    }
}
