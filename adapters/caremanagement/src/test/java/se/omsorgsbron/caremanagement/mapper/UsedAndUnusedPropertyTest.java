package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;
import static se.omsorgsbron.caremanagement.Samples.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.source.Fact;

/** Whatever is left out of a record, every populated field is used, listed as unused, or both told and held. */
class UsedAndUnusedPropertyTest {
    private static final String PAGE = "docs/caremanagement-mapping.md";
    private static final String VALUES = """
            {id: 'x1', errandId: 'e1', typeSlug: 'home-care', status: 'ONGOING', title: 'Hemtjänst', municipalityId: '2281',
             namespace: 'N', created: '2026-03-01T08:00:00Z', modified: '2026-03-02T08:00:00Z', description: 'x', role: 'APPLICANT',
             externalId: 'p1', externalIdType: 'PRIVATE', firstName: 'A', lastName: 'B', organizationName: 'C', address: 'D',
             careOf: 'E', zipCode: '1', city: 'F', country: 'G', contactChannels: [{key: 'Phone', value: '1'}, {key: 'Fax', value: '2'}],
             type: 'Anteckning', heading: 'H', text: 'Delaktighet: ja\\nNästa uppföljning: 2026-09-11', body: 'B', author: 'u1',
             entryDateTime: '2026-03-01T08:00:00Z', documentDateTime: '2026-03-01T08:00:00Z', createdBy: 'u1', modifiedBy: 'u2',
             locked: '2026-03-01T08:00:00Z', lockedBy: 'u1', neverHeardOf: {of: [1, true]}}
            """;

    /** What maps it, what makes it whole for that mapper, and the fields that the mapper reads of a whole record. */
    private record Case(Mapper mapper, Map<String, String> own, Set<String> used) {}

    private interface Mapper {
        Mapped<List<Fact>> map(JsonNode record, Whose.Known whose, MappingContext context);
    }

    private static final List<Case> CASES = List.of(
            new Case(
                    ErrandMapper::toExecution,
                    Map.of(),
                    Set.of("id", "typeSlug", "status", "title", "municipalityId", "namespace", "created", "modified")),
            new Case(
                    StakeholderMapper::toFacts,
                    Map.of(),
                    Set.of(
                            "id",
                            "role",
                            "externalId",
                            "externalIdType",
                            "firstName",
                            "lastName",
                            "organizationName",
                            "address",
                            "careOf",
                            "zipCode",
                            "city",
                            "country",
                            "contactChannels[0].key",
                            "contactChannels[0].value",
                            "contactChannels[1].key")),
            new Case(
                    JournalEntryMapper::toJournalNote,
                    Map.of("status", "LOCKED"),
                    Set.of(
                            "id",
                            "errandId",
                            "type",
                            "heading",
                            "text",
                            "entryDateTime",
                            "status",
                            "created",
                            "createdBy",
                            "modified",
                            "locked")),
            new Case(
                    NoteMapper::toJournalNote,
                    Map.of(),
                    Set.of("id", "errandId", "body", "author", "created", "modified")),
            new Case(
                    DocumentMapper::toPlan,
                    Map.of("type", "Genomförandeplan", "status", "LOCKED"),
                    Set.of(
                            "id",
                            "errandId",
                            "type",
                            "heading",
                            "text",
                            "documentDateTime",
                            "status",
                            "createdBy",
                            "modified")));

    @Property(tries = 200)
    void whateverIsLeftOutEveryPopulatedFieldIsUsedOrListed(@ForAll long seed) {
        for (Case tried : CASES) {
            ObjectNode record = (ObjectNode) json(VALUES);
            tried.own().forEach(record::put);
            List<String> names = new ArrayList<>();
            record.fieldNames().forEachRemaining(names::add);
            Random random = new Random(seed);
            Collections.shuffle(names, random);
            record.remove(names.subList(0, random.nextInt(6)));

            Mapped<List<Fact>> mapped = tried.mapper().map(record, WHOSE, CONTEXT);

            Set<String> told = new HashSet<>(mapped.unused());
            told.addAll(tried.used());
            if (mapped instanceof Mapped.Rejected<List<Fact>> rejected) {
                assertThat(rejected.problems()).extracting(Problem::field).doesNotContainNull();
            }
            assertThat(told).containsAll(Leaves.of(record));
        }
    }

    @Example
    void ofAWholeRecordNothingThatIsUsedIsListedAndWhatNobodyKnowsIs() {
        for (Case tried : CASES) {
            ObjectNode record = (ObjectNode) json(VALUES);
            tried.own().forEach(record::put);

            Mapped<List<Fact>> mapped = tried.mapper().map(record, WHOSE, CONTEXT);

            assertThat(mapped).isInstanceOf(Mapped.Value.class);
            assertThat(mapped.unused())
                    .contains("neverHeardOf.of[0]", "neverHeardOf.of[1]")
                    // The organisation's name is used only where there is no other.
                    .filteredOn(field -> !field.equals("organizationName"))
                    .doesNotContainAnyElementsOf(tried.used());
        }
    }

    @Example
    void theMappingPageNamesEveryFieldThatIsUsed() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(PAGE))) {
            at = at.getParent();
        }
        String page = Files.readString(at.resolve(PAGE));

        for (Case tried : CASES) {
            assertThat(tried.used())
                    .allSatisfy(field -> assertThat(page).contains("`" + field.replace("[1]", "[0]") + "`"));
        }
    }
}
