package se.omsorgsbron.bridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/** Rows of the fact table as domain values. */
final class FactRows {
    /** The columns that {@link #fact} reads, of a table alias {@code f}; names are triples of kind, system and value. */
    static final String COLUMNS = """
            f.system, f.resource, f.source_id, f.kind, f.key_kind, f.key_system, f.key_value, f.content, f.first_seen,
            f.gone_since,
            array(select unnest(array[n.kind, n.system, n.value]) from fact_key n
                where n.fact_id = f.id and n.role = 'NAMES') as names
            """;

    private FactRows() {}

    static KeptFact fact(ResultSet row) throws SQLException {
        return new KeptFact(
                new SourceReference(row.getString(1), row.getString(2), row.getString(3)),
                key(row, 5),
                LedgerJson.readContent(FactKind.ofCode(row.getString(4)), row.getString(8)),
                keys((String[]) row.getArray(11).getArray()),
                row.getTimestamp(9).toInstant(),
                Optional.ofNullable(row.getTimestamp(10)).map(Timestamp::toInstant));
    }

    /** The key in three columns from {@code first} on: kind, system, value. */
    static SubjectKey key(ResultSet row, int first) throws SQLException {
        return new SubjectKey(
                SubjectKind.valueOf(row.getString(first)), row.getString(first + 1), row.getString(first + 2));
    }

    private static Set<SubjectKey> keys(String[] triples) {
        Set<SubjectKey> keys = new HashSet<>();
        for (int i = 0; i < triples.length; i += 3) {
            keys.add(new SubjectKey(SubjectKind.valueOf(triples[i]), triples[i + 1], triples[i + 2]));
        }
        return keys;
    }
}
