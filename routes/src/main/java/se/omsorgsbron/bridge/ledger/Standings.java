package se.omsorgsbron.bridge.ledger;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.mapping.Reason;

/** On which rung an item stands at a recipient, and why it is held if it is. */
public final class Standings {
    private final JdbcTemplate jdbc;

    public Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The rungs, as whoever asks about an item sees them. */
    public enum Rung {
        /** Ready. */
        QUEUED,
        /** Held back or refused. */
        HELD,
        /** Sent, and not answered yet; or laid out for a recipient that comes itself, and not fetched yet. */
        SENT,
        /** Received: stored by the recipient's application, or fetched by one that comes itself. */
        ACCEPTED,
        /** The recipient has said that a person saw it. */
        SEEN
    }

    /**
     * Where an item stands.
     *
     * @param rung of its newest delivery
     * @param since when it came there
     * @param ended whether the recipient was told that it is over
     * @param reason why it is held back; empty if it is not, or if somebody has decided about it
     */
    public record Standing(Rung rung, Instant since, boolean ended, Optional<Reason> reason) {}

    /** Where an item stands; empty where nothing of it was to be sent yet. */
    public Optional<Standing> of(String municipality, String recipient, String itemKey) {
        return jdbc
                .query(
                        """
                        select d.rung, d.since, d.ended, h.reason from standing d
                        left join held_item h on h.municipality = d.municipality and h.recipient = d.recipient
                            and h.item_key = d.item_key and h.state in ('OPEN', 'RETRIED')
                        where d.municipality = ? and d.recipient = ? and d.item_key = ?
                        """,
                        (row, n) -> new Standing(
                                Rung.valueOf(row.getString(1)),
                                row.getTimestamp(2).toInstant(),
                                row.getBoolean(3),
                                Optional.ofNullable(row.getString(4)).flatMap(Reason::ofCode)),
                        municipality,
                        recipient,
                        itemKey)
                .stream()
                .findFirst();
    }
}
