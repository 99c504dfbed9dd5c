package se.omsorgsbron.bridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is to be done for whom. A worker claims a subject for a recipient in one short statement and does its I/O without any
 * transaction; whatever it writes afterwards needs the epoch of its claim, so a worker that was paused for long writes nothing.
 */
public final class WorkQueue {
    /** What is to be withdrawn goes before everything else; then units, staff, and persons, who refer to both. */
    private static final int URGENT = -1;

    private static final int UNIT = 0;

    private static final int STAFF = 1;
    private static final int PERSON = 2;

    private final JdbcTemplate jdbc;

    public WorkQueue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A subject that may have work for a recipient: the signal that travels. */
    public record WorkKey(String municipality, UUID subject, String recipient) {}

    /**
     * A claim on one subject for one recipient.
     *
     * @param epoch of this claim
     * @param wanted the state of the subject that the claim was made for
     * @param attempts how often it failed in a row
     * @param changedAt when the newest change was stored
     */
    public record Claim(WorkKey key, long epoch, long wanted, int attempts, Instant changedAt) {}

    /** Marks subjects as having work for the recipients. */
    public void mark(String municipality, Collection<UUID> subjects, List<String> recipients) {
        for (String recipient : recipients) {
            jdbc.update("""
                    insert into work (municipality, subject_id, recipient, rank, due_at)
                    select municipality, id, ?, case kind when 'UNIT' then ? when 'STAFF' then ? else ? end, now()
                    from subject where municipality = ? and id = any (?)
                    on conflict (municipality, subject_id, recipient) do update
                    set wanted = work.wanted + 1, due_at = now(), attempts = 0,
                        changed_at = case when work.due_at is null then now() else work.changed_at end
                    """, recipient, UNIT, STAFF, PERSON, municipality, subjects.toArray(UUID[]::new));
        }
    }

    /** Puts persons and staff whose data are to be withdrawn before everything else, until that is done. */
    public void hasten(String municipality, Collection<UUID> subjects) {
        jdbc.update(
                "update work set rank = ? where municipality = ? and subject_id = any (?) and rank in (?, ?)",
                URGENT,
                municipality,
                subjects.toArray(UUID[]::new),
                STAFF,
                PERSON);
    }

    /** What is due now, not claimed, and to be withdrawn before anything else is delivered. */
    public List<WorkKey> urgent(String municipality, String recipient) {
        return jdbc.query("""
                select municipality, subject_id, recipient from work
                where municipality = ? and recipient = ? and due_at <= now() and rank = ?
                    and (claimed_until is null or claimed_until < now())
                """, (row, n) -> key(row), municipality, recipient, URGENT);
    }

    private static WorkKey key(ResultSet row) throws SQLException {
        return new WorkKey(row.getString(1), row.getObject(2, UUID.class), row.getString(3));
    }

    /** What is due now for a municipality's recipient and not claimed, the most urgent first. */
    public List<WorkKey> due(String municipality, String recipient, int limit) {
        return jdbc.query("""
                select municipality, subject_id, recipient from work
                where municipality = ? and recipient = ? and due_at <= now()
                    and (claimed_until is null or claimed_until < now())
                order by rank, due_at limit ?
                """, (row, n) -> key(row), municipality, recipient, limit);
    }

    /** Claims the work, unless it is not due or somebody else has it. */
    public Optional<Claim> claim(WorkKey key, Duration expiry) {
        return jdbc
                .query(
                        """
                        update work set epoch = epoch + 1, claimed_until = now() + make_interval(secs => ?)
                        where (municipality, subject_id, recipient) in (
                            select municipality, subject_id, recipient from work
                            where municipality = ? and subject_id = ? and recipient = ? and due_at <= now()
                                and (claimed_until is null or claimed_until < now())
                            for update skip locked)
                        returning epoch, wanted, attempts, changed_at
                        """,
                        (row, n) -> new Claim(
                                key,
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3),
                                row.getTimestamp(4).toInstant()),
                        expiry.toMillis() / 1000.0,
                        key.municipality(),
                        key.subject(),
                        key.recipient())
                .stream()
                .findFirst();
    }

    /** Whether the claim still stands; locks the row for the caller's transaction. */
    boolean stands(Claim claim) {
        return !jdbc.queryForList(
                        """
                        select 1 from work where municipality = ? and subject_id = ? and recipient = ? and epoch = ?
                        for update
                        """,
                        claim.key().municipality(),
                        claim.key().subject(),
                        claim.key().recipient(),
                        claim.epoch())
                .isEmpty();
    }

    /** Gives the claim back: done, unless the subject changed meanwhile. Returns whether there is more to do. */
    public boolean done(Claim claim) {
        return jdbc.queryForList(
                        """
                        update work set claimed_until = null, attempts = 0,
                            due_at = case when wanted = ? then null else now() end,
                            rank = case when wanted = ? and rank = ? then (select case kind when 'STAFF' then ? else ? end
                                from subject s where s.municipality = work.municipality and s.id = work.subject_id)
                                else rank end
                        where municipality = ? and subject_id = ? and recipient = ? and epoch = ?
                        returning due_at is not null
                        """,
                        Boolean.class,
                        claim.wanted(),
                        claim.wanted(),
                        URGENT,
                        STAFF,
                        PERSON,
                        claim.key().municipality(),
                        claim.key().subject(),
                        claim.key().recipient(),
                        claim.epoch())
                .contains(true);
    }

    /** Gives the claim back; there is more to do at once. */
    public void again(Claim claim) {
        jdbc.update(
                """
                update work set claimed_until = null, attempts = 0, due_at = now()
                where municipality = ? and subject_id = ? and recipient = ? and epoch = ?
                """,
                claim.key().municipality(),
                claim.key().subject(),
                claim.key().recipient(),
                claim.epoch());
    }

    /** Gives the claim back to be tried again later, one attempt more. */
    public void postpone(Claim claim, Duration delay) {
        jdbc.update(
                """
                update work set claimed_until = null, due_at = now() + make_interval(secs => ?),
                    attempts = attempts + 1
                where municipality = ? and subject_id = ? and recipient = ? and epoch = ?
                """,
                delay.toMillis() / 1000.0,
                claim.key().municipality(),
                claim.key().subject(),
                claim.key().recipient(),
                claim.epoch());
    }

    /** Marks every person: the date has changed, and with it what is in force. */
    public void markPersons(String municipality) {
        jdbc.update(
                "update work set wanted = wanted + 1, due_at = now() where municipality = ? and rank in (?, ?)",
                municipality,
                PERSON,
                URGENT);
    }

    /** Marks the subject for every other recipient. */
    void markOthers(WorkKey key) {
        jdbc.update("""
                update work set wanted = wanted + 1, due_at = now()
                where municipality = ? and subject_id = ? and recipient <> ?
                """, key.municipality(), key.subject(), key.recipient());
    }

    /** Marks what a recipient has never been looked at for: it is new in the configuration, and the subjects are not. */
    public void introduce(String municipality, String recipient) {
        jdbc.update("""
                insert into work (municipality, subject_id, recipient, rank, due_at)
                select municipality, id, ?, case kind when 'UNIT' then ? when 'STAFF' then ? else ? end, now()
                from subject where municipality = ?
                on conflict do nothing
                """, recipient, UNIT, STAFF, PERSON, municipality);
    }

    /** Marks everything: another version of the bridge may map otherwise. What comes out the same is not sent again. */
    public void markAll() {
        jdbc.update("update work set wanted = wanted + 1, due_at = now(), attempts = 0");
    }

    /** The subjects whose items stand ready for the recipient under those keys have work. */
    void wakeOwners(WorkKey key, String[] itemKeys) {
        jdbc.update("""
                update work w set wanted = wanted + 1, due_at = now()
                from delivery d
                where d.municipality = ? and d.recipient = ? and d.item_key = any (?) and d.rung = 'QUEUED'
                    and w.municipality = d.municipality and w.recipient = d.recipient and w.subject_id = d.subject_id
                """, key.municipality(), key.recipient(), itemKeys);
    }

    /** Postponed work for the recipient is due: what it waited for may be there now. */
    public void wake(String municipality, String recipient) {
        jdbc.update("""
                update work set due_at = now()
                where municipality = ? and recipient = ? and due_at > now() and attempts > 0
                """, municipality, recipient);
    }

    /** How many subjects have work left for a municipality's recipient. */
    public long backlog(String municipality, String recipient) {
        return jdbc.queryForObject(
                "select count(*) from work where municipality = ? and recipient = ? and due_at is not null",
                Long.class,
                municipality,
                recipient);
    }
}
