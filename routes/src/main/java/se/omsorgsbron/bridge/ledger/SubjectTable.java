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
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.source.Fact;

/** Subjects and the keys that stand for them. */
public final class SubjectTable {
    private final JdbcTemplate jdbc;

    public SubjectTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose the keys are, as far as that is known. */
    public Map<SubjectKey, UUID> resolve(String municipality, Collection<SubjectKey> keys) {
        Map<SubjectKey, UUID> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        List<SubjectKey> list = List.copyOf(new HashSet<>(keys));
        jdbc.query(
                """
                select o.kind, o.system, o.value, o.subject_id
                from unnest(?::text[], ?::text[], ?::text[]) as k (kind, system, value)
                cross join lateral (
                    -- One key at a time, by its indexes: the planner would make the whole view for a join.
                    select w.kind, w.system, w.value, w.subject_id from key_owner w
                    where w.municipality = ? and w.kind = k.kind and w.system = k.system and w.value = k.value offset 0) o
                """,
                row -> {
                    SubjectKey key =
                            new SubjectKey(SubjectKind.valueOf(row.getString(1)), row.getString(2), row.getString(3));
                    found.put(key, row.getObject(4, UUID.class));
                },
                list.stream().map(key -> key.kind().name()).toArray(String[]::new),
                list.stream().map(SubjectKey::system).toArray(String[]::new),
                list.stream().map(SubjectKey::value).toArray(String[]::new),
                municipality);
        return found;
    }

    Set<UUID> owners(String municipality, Collection<SubjectKey> keys) {
        return new HashSet<>(resolve(municipality, keys).values());
    }

    /** A key that stands for the subject now, its source's own id before a number; empty where the ledger has no such subject. */
    public Optional<SubjectKey> nameOf(String municipality, UUID id) {
        return jdbc.query("""
                        select kind, system, value from subject_key
                        where municipality = ? and subject_id = ? and until is null order by system, value limit 1
                        """, (row, n) -> FactRows.key(row, 1), municipality, id).stream()
                .findFirst();
    }

    /** As {@link #nameOf}, of those of the subjects that are persons; empty in it where no key stands for the person now. */
    public Map<UUID, Optional<SubjectKey>> namesOfPersons(String municipality, Collection<UUID> ids) {
        Map<UUID, Optional<SubjectKey>> names = new HashMap<>();
        jdbc.query(
                """
                select distinct on (s.id) k.kind, k.system, k.value, s.id
                from subject s left join subject_key k
                    on k.municipality = s.municipality and k.subject_id = s.id and k.until is null
                where s.municipality = ? and s.id = any (?) and s.kind = 'PERSON'
                order by s.id, k.system, k.value
                """,
                row -> {
                    names.put(
                            row.getObject(4, UUID.class),
                            row.getString(1) == null ? Optional.empty() : Optional.of(FactRows.key(row, 1)));
                },
                municipality,
                ids.toArray(UUID[]::new));
        return names;
    }

    /** The kind of a subject, or empty where the ledger has no such subject. */
    public Optional<SubjectKind> kind(String municipality, UUID id) {
        return jdbc
                .queryForList(
                        "select kind from subject where municipality = ? and id = ?", String.class, municipality, id)
                .stream()
                .findFirst()
                .map(SubjectKind::valueOf);
    }

    /**
     * Makes the subject that a fact is the own record of, if it is one, with its keys.
     *
     * @return false if one of the keys belongs to another subject that the source still has
     */
    boolean claimKeys(FactStore.Change change, Fact fact) {
        boolean root = fact.content() instanceof Person
                || fact.content() instanceof StaffMember
                || fact.content() instanceof ProviderUnit;
        if (!root) {
            return true;
        }
        String municipality = change.feed.municipality();
        UUID id = SubjectIds.of(municipality, fact.source());
        Set<SubjectKey> keys = new HashSet<>(fact.names());
        keys.add(fact.subject());
        for (UUID owner : owners(municipality, keys)) {
            if (!owner.equals(id) && stillThere(municipality, owner)) {
                return false;
            }
        }
        jdbc.update(
                "insert into subject (municipality, id, kind) values (?, ?, ?) on conflict do nothing",
                municipality,
                id,
                fact.subject().kind().name());
        keys.forEach(key -> register(municipality, id, key));
        endOthers(municipality, id, keys);
        change.roots.add(id);
        return true;
    }

    private boolean stillThere(String municipality, UUID owner) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (
                    select 1 from fact f join subject_key k
                        on k.municipality = f.municipality and k.kind = f.key_kind and k.system = f.key_system
                            and k.value = f.key_value
                    where k.municipality = ? and k.subject_id = ? and f.gone_since is null
                        and f.kind in ('person', 'staff-member', 'provider-unit'))
                """, Boolean.class, municipality, owner));
    }

    private void register(String municipality, UUID id, SubjectKey key) {
        jdbc.update("""
                insert into subject_key (municipality, kind, system, value, subject_id) values (?, ?, ?, ?, ?)
                on conflict (municipality, kind, system, value) do update
                set subject_id = excluded.subject_id, until = null,
                    since = case when subject_key.subject_id = excluded.subject_id then subject_key.since else now() end
                where subject_key.subject_id <> excluded.subject_id or subject_key.until is not null
                """, municipality, key.kind().name(), key.system(), key.value(), id);
    }

    /** A number that the source no longer gives the subject ends, dated; it still resolves for older records. */
    private void endOthers(String municipality, UUID id, Set<SubjectKey> current) {
        List<SubjectKey> keys = List.copyOf(current);
        jdbc.update(
                """
                update subject_key k set until = now()
                where k.municipality = ? and k.subject_id = ? and k.until is null
                    and not exists (select 1 from unnest(?::text[], ?::text[]) as c (system, value)
                        where c.system = k.system and c.value = k.value)
                """,
                municipality,
                id,
                keys.stream().map(SubjectKey::system).toArray(String[]::new),
                keys.stream().map(SubjectKey::value).toArray(String[]::new));
    }
}
