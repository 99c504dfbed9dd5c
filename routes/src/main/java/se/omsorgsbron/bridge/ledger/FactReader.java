package se.omsorgsbron.bridge.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/** Reads what the ledger has on a subject. */
public final class FactReader {
    /** The keys of a subject, as {@code k}; takes the municipality and the subject. */
    static final String OWN_KEYS =
            "with k as (select kind, system, value from key_owner where municipality = ? and subject_id = ?) ";

    private final JdbcTemplate jdbc;
    private final SubjectTable subjects;
    private final ProtectedStaffTable protectedStaff;

    public FactReader(JdbcTemplate jdbc, SubjectTable subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.protectedStaff = new ProtectedStaffTable(jdbc);
    }

    /** Everything on the subject, or empty where the ledger has no such subject. */
    public Optional<SubjectFacts> read(String municipality, UUID id) {
        return subjects.kind(municipality, id).map(kind -> {
            List<KeptFact> facts = facts(municipality, id);
            List<KeptFact> related =
                    kind == SubjectKind.PERSON ? protectedStaff.facts(municipality) : related(municipality, id);
            return new SubjectFacts(municipality, id, kind, facts, related, resolve(municipality, facts, related));
        });
    }

    /** Ids of the present records of a resource, ascending: what {@link se.omsorgsbron.api.source.Feed.Known} answers. */
    public List<String> presentIds(FeedKey feed, String resource) {
        return jdbc.queryForList("""
                select source_id from fact
                where municipality = ? and system = ? and resource = ? and gone_since is null and not superseded
                order by source_id
                """, String.class, feed.municipality(), feed.system(), resource);
    }

    /** Ids of the present records of a resource that the last whole reading lacked: lacking once more, they are gone. */
    public Set<String> missingIds(FeedKey feed, String resource) {
        return new TreeSet<>(jdbc.queryForList("""
                select source_id from fact
                where municipality = ? and system = ? and resource = ? and gone_since is null and not superseded
                    and absences > 0
                """, String.class, feed.municipality(), feed.system(), resource));
    }

    /** What is kept of one record of a source. */
    public Optional<KeptFact> find(String municipality, SourceReference source) {
        return jdbc
                .query(
                        "select " + FactRows.COLUMNS + """
                                from fact f
                                where f.municipality = ? and f.system = ? and f.resource = ? and f.source_id = ?
                                    and not f.superseded
                                """,
                        (row, n) -> FactRows.fact(row),
                        municipality,
                        source.system(),
                        source.resource(),
                        source.id())
                .stream()
                .findFirst();
    }

    /**
     * Without echoes: a note that the bridge itself wrote there is known by the id that the system gave. While one is under way nobody
     * knows its id yet, so notes that are seen for the first time then wait for the answer.
     */
    private List<KeptFact> facts(String municipality, UUID id) {
        return jdbc.query(
                OWN_KEYS + "select distinct on (f.first_seen, f.id) " + FactRows.COLUMNS + """
                        from fact f join k on k.kind = f.key_kind and k.system = f.key_system and k.value = f.key_value
                        where f.municipality = ? and not (f.kind = 'journal-note' and exists (
                            select 1 from delivery d where d.municipality = f.municipality and d.mode = 'ONCE' and (
                                d.location = f.system || '/' || f.resource || '/' || f.source_id
                                or (d.rung = 'SENT' and d.subject_id = ? and d.changed_at <= f.first_seen))))
                        order by f.first_seen, f.id
                        """,
                (row, n) -> FactRows.fact(row),
                municipality,
                id,
                municipality,
                id);
    }

    private List<KeptFact> related(String municipality, UUID id) {
        return jdbc.query(
                OWN_KEYS + "select distinct on (f.first_seen, f.id) " + FactRows.COLUMNS + """
                        from fact f
                        join fact_key r on r.fact_id = f.id and r.role = 'RELATES'
                        join k on k.kind = r.kind and k.system = r.system and k.value = r.value
                        where f.municipality = ? order by f.first_seen, f.id
                        """,
                (row, n) -> FactRows.fact(row),
                municipality,
                id,
                municipality);
    }

    private Map<SubjectKey, UUID> resolve(String municipality, List<KeptFact> facts, List<KeptFact> related) {
        Set<SubjectKey> keys = new HashSet<>();
        List<KeptFact> all = new ArrayList<>(facts);
        all.addAll(related);
        for (KeptFact fact : all) {
            keys.add(fact.subject());
            keys.addAll(references(fact.content()));
        }
        return subjects.resolve(municipality, keys);
    }

    /** The other subjects that a fact names. */
    public static List<SubjectKey> references(FactContent content) {
        List<SubjectKey> keys = new ArrayList<>();
        if (content instanceof PermanentContact contact) {
            keys.add(contact.staff());
            contact.unit().ifPresent(keys::add);
        } else if (content instanceof Plan plan) {
            plan.author().ifPresent(keys::add);
            plan.unit().ifPresent(keys::add);
        } else if (content instanceof JournalNote note) {
            note.author().ifPresent(keys::add);
        } else if (content instanceof Execution execution) {
            execution.unit().ifPresent(keys::add);
        }
        return keys;
    }
}
