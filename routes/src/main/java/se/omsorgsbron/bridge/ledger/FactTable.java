package se.omsorgsbron.bridge.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;

/** The facts themselves: the current row of each record of a source, and former assignments of contacts. */
public final class FactTable {
    /** Absence in a complete list counts as gone after so many of them. */
    private static final int ABSENCES_UNTIL_GONE = 2;

    private final JdbcTemplate jdbc;

    public FactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The current row of a record, as far as a store needs it. */
    record Row(long id, String hash, boolean gone, int absences, FactKind kind, String content) {}

    /** The current rows of everything that a reading mentions. */
    Map<SourceReference, Row> rows(FeedKey feed, Collection<Observation> items) {
        Map<String, Set<String>> ids = new HashMap<>();
        items.stream()
                .flatMap(Observation::mentioned)
                .forEach(source -> ids.computeIfAbsent(source.resource(), r -> new TreeSet<>())
                        .add(source.id()));
        Map<SourceReference, Row> rows = new HashMap<>();
        ids.forEach((resource, sourceIds) -> jdbc.query(
                """
                select source_id, id, hash, gone_since is not null, absences, kind, content
                from fact
                where municipality = ? and system = ? and resource = ? and source_id = any (?) and not superseded
                """,
                row -> {
                    rows.put(
                            new SourceReference(feed.system(), resource, row.getString(1)),
                            new Row(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    row.getInt(5),
                                    FactKind.ofCode(row.getString(6)),
                                    row.getString(7)));
                },
                feed.municipality(),
                feed.system(),
                resource,
                sourceIds.toArray(String[]::new)));
        return rows;
    }

    /** Whether the ledger has exactly this already; an absence that was counted is then forgotten. */
    boolean unchanged(FactStore.Change change, Fact fact) {
        Row row = change.rows.get(fact.source());
        if (row == null || row.gone() || !row.hash().equals(hash(fact))) {
            return false;
        }
        if (row.absences() > 0) {
            jdbc.update("update fact set absences = 0 where id = ?", row.id());
        }
        return true;
    }

    /** Stores a new or changed fact. */
    void put(FactStore.Change change, Fact fact) {
        Row row = change.rows.get(fact.source());
        boolean fresh = row == null || (fact.content() instanceof PermanentContact contact && succeeds(row, contact));
        if (row != null && fresh) {
            jdbc.update(
                    "update fact set superseded = true, gone_since = coalesce(gone_since, ?) where id = ?",
                    change.timestamp(),
                    row.id());
        }
        long id = fresh ? insert(change, fact) : update(change, fact, row.id());
        putKeys(change.feed.municipality(), id, "NAMES", fact.names());
        putKeys(change.feed.municipality(), id, "RELATES", fact.relatesTo());
        change.rows.put(
                fact.source(),
                new Row(id, hash(fact), false, 0, FactKind.of(fact.content()), LedgerJson.write(fact.content())));
    }

    /** Another member of staff under the same record, or the same one come back, is a new assignment: the former stays, ended. */
    private static boolean succeeds(Row row, PermanentContact contact) {
        FactContent former = LedgerJson.readContent(row.kind(), row.content());
        return row.gone()
                || (former instanceof PermanentContact before && !before.staff().equals(contact.staff()));
    }

    private long insert(FactStore.Change change, Fact fact) {
        return jdbc.queryForObject(
                """
                insert into fact (municipality, system, resource, source_id, kind, key_kind, key_system, key_value, content,
                    hash, modified, first_seen, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) returning id
                """,
                Long.class,
                change.feed.municipality(),
                fact.source().system(),
                fact.source().resource(),
                fact.source().id(),
                FactKind.of(fact.content()).code(),
                fact.subject().kind().name(),
                fact.subject().system(),
                fact.subject().value(),
                LedgerJson.write(fact.content()),
                hash(fact),
                fact.modified().map(java.sql.Timestamp::from).orElse(null),
                change.timestamp(),
                change.timestamp());
    }

    private long update(FactStore.Change change, Fact fact, long id) {
        jdbc.update(
                """
                update fact set kind = ?, key_kind = ?, key_system = ?, key_value = ?, content = ?::jsonb, hash = ?,
                    modified = ?, changed_at = ?, gone_since = null, absences = 0
                where id = ?
                """,
                FactKind.of(fact.content()).code(),
                fact.subject().kind().name(),
                fact.subject().system(),
                fact.subject().value(),
                LedgerJson.write(fact.content()),
                hash(fact),
                fact.modified().map(java.sql.Timestamp::from).orElse(null),
                change.timestamp(),
                id);
        jdbc.update("delete from fact_key where fact_id = ?", id);
        return id;
    }

    private void putKeys(String municipality, long factId, String role, Set<SubjectKey> keys) {
        for (SubjectKey key : keys) {
            jdbc.update(
                    "insert into fact_key (fact_id, municipality, role, kind, system, value) values (?, ?, ?, ?, ?, ?)",
                    factId,
                    municipality,
                    role,
                    key.kind().name(),
                    key.system(),
                    key.value());
        }
    }

    /** Ends a fact that the source says is gone, and notes whom that touches. */
    boolean end(FactStore.Change change, SourceReference source) {
        Row row = change.rows.get(source);
        if (row == null || row.gone()) {
            return false;
        }
        jdbc.update("update fact set gone_since = ?, absences = 0 where id = ?", change.timestamp(), row.id());
        touched(change, List.of(row.id()));
        return true;
    }

    /** The ids of the records of a resource that the ledger has as present. */
    Set<String> presentIds(FeedKey feed, String resource) {
        return new TreeSet<>(jdbc.queryForList("""
                select source_id from fact
                where municipality = ? and system = ? and resource = ? and gone_since is null and not superseded
                """, String.class, feed.municipality(), feed.system(), resource));
    }

    /** Counts one more absence for each; those absent often enough are gone. Returns how many are. */
    int countAbsences(FactStore.Change change, String resource, Set<String> absent) {
        if (absent.isEmpty()) {
            return 0;
        }
        List<Long> gone = jdbc.queryForList(
                """
                update fact set absences = absences + 1,
                    gone_since = case when absences + 1 >= ? then ?::timestamptz end
                where municipality = ? and system = ? and resource = ? and source_id = any (?) and not superseded
                    and gone_since is null
                returning case when gone_since is null then null else id end
                """,
                Long.class,
                ABSENCES_UNTIL_GONE,
                change.timestamp(),
                change.feed.municipality(),
                change.feed.system(),
                resource,
                absent.toArray(String[]::new));
        List<Long> ids = new ArrayList<>(gone);
        ids.removeIf(java.util.Objects::isNull);
        touched(change, ids);
        return ids.size();
    }

    private void touched(FactStore.Change change, List<Long> factIds) {
        Set<SubjectKey> keys = new HashSet<>();
        jdbc.query(
                """
                select key_kind, key_system, key_value, kind in (?, ?) from fact where id = any (?)
                union select kind, system, value, false from fact_key where fact_id = any (?)
                """,
                row -> {
                    keys.add(FactRows.key(row, 1));
                    // A ground that is taken back may be what a disclosure rests on. Protection that ends concerns as
                    // many.
                    if (row.getBoolean(4)) {
                        change.urgent.add(FactRows.key(row, 1));
                    }
                },
                FactKind.RECORDED_GROUND.code(),
                FactKind.STAFF_PROTECTION.code(),
                factIds.toArray(Long[]::new),
                factIds.toArray(Long[]::new));
        change.touched.addAll(keys);
    }

    /** PostgreSQL keeps no NUL character in JSON; a text that has one cannot arrive unharmed. */
    static boolean holdsNul(Fact fact) {
        return LedgerJson.write(fact.content()).contains("\\u0000");
    }

    private static String hash(Fact fact) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("subject", fact.subject());
        whole.put("content", fact.content());
        whole.put("names", sorted(fact.names()));
        whole.put("relatesTo", sorted(fact.relatesTo()));
        return Hash.of(LedgerJson.write(whole));
    }

    private static List<SubjectKey> sorted(Set<SubjectKey> keys) {
        return keys.stream()
                .sorted(java.util.Comparator.comparing(SubjectKey::system).thenComparing(SubjectKey::value))
                .toList();
    }
}
