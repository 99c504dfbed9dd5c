package se.omsorgsbron.bridge.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.ledger.HeldItem.Held;

/**
 * Facts that belong to nobody: a plan for a person whom the case system does not show, a contact who is not among the staff. They
 * are held, once for each cause: what hangs on an orphan, or on a person who is held, is not told again.
 */
public final class Orphans {
    private static final String UNOWNED = """
            not exists (select 1 from key_owner o where o.municipality = f.municipality and o.kind = k.kind
                and o.system = k.system and o.value = k.value)
            """;
    private static final String PRESENT = """
            f.municipality = ? and not f.superseded and f.gone_since is null
                and f.changed_at < now() - make_interval(secs => ?)
            """;

    private final JdbcTemplate jdbc;
    private final HeldItems held;

    public Orphans(JdbcTemplate jdbc, HeldItems held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Holds the orphans of a municipality that have been so for {@code grace}, and mends those that are none any more. */
    public void sweep(String municipality, Duration grace) {
        Set<String> orphans = new HashSet<>();
        for (KeptFact fact : withoutPerson(municipality, grace)) {
            hold(
                    orphans,
                    municipality,
                    fact,
                    new Problem(
                            Reason.UNKNOWN_PERSON,
                            "PersonId",
                            "a person whom the case system's list of clients does not have",
                            "a client that is visible to the bridge"));
        }
        for (KeptFact fact : withoutStaff(municipality, grace)) {
            hold(
                    orphans,
                    municipality,
                    fact,
                    new Problem(
                            Reason.UNKNOWN_STAFF,
                            "PersonnelPersonId",
                            "a member of staff whom the case system's list of personnel does not have",
                            "a member of staff that is visible to the bridge"));
        }
        jdbc
                .queryForList(
                        """
                        select source from held_item
                        where municipality = ? and reason in (?, ?) and state in ('OPEN', 'RETRIED', 'DISCARDED')
                        """, String.class, municipality, Reason.UNKNOWN_PERSON.code(), Reason.UNKNOWN_STAFF.code())
                .stream()
                .filter(source -> !orphans.contains(source))
                .forEach(source -> held.mend(municipality, source));
    }

    private void hold(Set<String> orphans, String municipality, KeptFact fact, Problem problem) {
        Held item = Held.orphan(municipality, fact, problem);
        orphans.add(item.source());
        held.hold(item);
    }

    private List<KeptFact> withoutPerson(String municipality, Duration grace) {
        return jdbc.query(
                "select " + FactRows.COLUMNS + """
                        from fact f
                        cross join lateral (select f.key_kind as kind, f.key_system as system, f.key_value as value) k
                        where
                        """ + PRESENT + " and " + UNOWNED + """
                            and not exists (select 1 from held_item h where h.municipality = f.municipality
                                and h.state in ('OPEN', 'RETRIED', 'DISCARDED') and h.key_kind = k.kind
                                and h.key_system = k.system and h.key_value = k.value and h.reason not in (?, ?))
                            and not exists (select 1 from fact_key n where n.municipality = f.municipality
                                and n.role = 'NAMES' and n.kind = k.kind and n.system = k.system and n.value = k.value)
                        order by f.id
                        """,
                (row, n) -> FactRows.fact(row),
                municipality,
                grace.toMillis() / 1000.0,
                Reason.UNKNOWN_PERSON.code(),
                Reason.UNKNOWN_STAFF.code());
    }

    private List<KeptFact> withoutStaff(String municipality, Duration grace) {
        return jdbc.query(
                "select " + FactRows.COLUMNS + """
                        from fact f join fact_key k on k.fact_id = f.id and k.role = 'RELATES' and k.kind = 'STAFF'
                        where f.kind = 'permanent-contact' and
                        """ + PRESENT + " and " + UNOWNED + " order by f.id",
                (row, n) -> FactRows.fact(row),
                municipality,
                grace.toMillis() / 1000.0);
    }
}
