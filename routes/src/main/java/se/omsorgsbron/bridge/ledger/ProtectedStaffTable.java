package se.omsorgsbron.bridge.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/** Staff with protected identity (skyddade personuppgifter), and whose papers name them. */
final class ProtectedStaffTable {
    /** The keys of those who are protected, as {@code p}; takes the municipality. */
    private static final String PROTECTED = """
            with p as (select key_kind, key_system, key_value from fact
                where municipality = ? and kind = 'staff-protection' and gone_since is null and not superseded)
            """;

    private final JdbcTemplate jdbc;

    ProtectedStaffTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who of the municipality's staff is protected, and what they are called: anybody's papers may name them. */
    List<KeptFact> facts(String municipality) {
        return jdbc.query(
                PROTECTED + "select " + FactRows.COLUMNS + """
                        from p join fact f on f.municipality = ? and f.kind in ('staff-protection', 'staff-member')
                            and (f.key_kind, f.key_system, f.key_value) = (p.key_kind, p.key_system, p.key_value)
                        order by f.first_seen, f.id
                        """,
                (row, n) -> FactRows.fact(row),
                municipality,
                municipality);
    }

    /**
     * Whom it concerns that protection of staff began or ended, or that what protected staff are called is another: themselves, and
     * the persons whose contact they are or whose papers name them.
     */
    Set<UUID> concerned(String municipality, FactStore.Change change) {
        Set<SubjectKey> keys = new HashSet<>(change.staff);
        if (!keys.isEmpty()) {
            keys.retainAll(protectedKeys(municipality));
        }
        change.urgent.stream().filter(key -> key.kind() == SubjectKind.STAFF).forEach(keys::add);
        Set<UUID> concerned = new HashSet<>();
        for (SubjectKey key : keys) {
            concerned.addAll(named(municipality, key));
        }
        return concerned;
    }

    private Set<SubjectKey> protectedKeys(String municipality) {
        return new HashSet<>(jdbc.query(PROTECTED + "select * from p", (row, n) -> FactRows.key(row, 1), municipality));
    }

    private List<UUID> named(String municipality, SubjectKey staff) {
        return jdbc.queryForList(
                """
                with s as (select subject_id from subject_key
                        where municipality = ? and kind = ? and system = ? and value = ?),
                    k as (select kind, system, value from subject_key
                        where municipality = ? and subject_id in (select subject_id from s)),
                    n as (select lower(coalesce(nullif(f.content -> 'name' ->> 'family', ''), f.content -> 'name' ->> 'given')) as name
                        from fact f join k on (f.key_kind, f.key_system, f.key_value) = (k.kind, k.system, k.value)
                        where f.municipality = ? and f.kind = 'staff-member'),
                    told as (
                        select f.key_kind, f.key_system, f.key_value from fact f
                        join fact_key r on r.fact_id = f.id and r.role = 'RELATES'
                        join k on (r.kind, r.system, r.value) = (k.kind, k.system, k.value)
                        where f.municipality = ?
                        union
                        select f.key_kind, f.key_system, f.key_value from fact f
                        join n on n.name <> '' and strpos(lower(f.content::text), n.name) > 0
                        where f.municipality = ? and f.kind in ('plan', 'journal-note', 'decision', 'team-member'))
                select o.subject_id from told t
                join key_owner o on o.municipality = ?
                    and (o.kind, o.system, o.value) = (t.key_kind, t.key_system, t.key_value)
                union select subject_id from s
                """,
                UUID.class,
                municipality,
                staff.kind().name(),
                staff.system(),
                staff.value(),
                municipality,
                municipality,
                municipality,
                municipality,
                municipality);
    }
}
