package se.omsorgsbron.bridge.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.explain.Kinds.Sample;

/**
 * One property for every mapper of every adapter: of every record, used and unused together are every populated field, what is called used
 * makes a difference, and what is called unused makes none.
 */
class EveryFieldPropertyTest {
    /** Read, and in a whole record without a difference of their own: where another field says it, or only that it is there counts. */
    private static final Set<String> SECOND_CHOICE = Set.of(
            "lifecare:clients FullName",
            "lifecare:relatives FullName",
            "lifecare:contacts FullName",
            "lifecare:sol_decisions Type.Text",
            "lifecare:executions ServiceCategoryName",
            "lifecare:service_plans OtherInformation.Headline.Id",
            "lifecare:service_plans OtherInformation.Headline.Text",
            "caremanagement:errands municipalityId",
            "caremanagement:errands namespace",
            "caremanagement:stakeholders externalId",
            "caremanagement:stakeholders externalIdType",
            "caremanagement:stakeholders contactChannels.key",
            "caremanagement:journal-entries errandId",
            "caremanagement:notes errandId",
            "caremanagement:documents errandId",
            "caremanagement:documents heading",
            "supplements:rows municipality");

    private static final String UNKNOWN = "neverHeardOf";

    @Property(tries = 20)
    void usedAndUnusedAreEveryPopulatedFieldWhateverIsLeftOut(@ForAll long seed) {
        Random random = new Random(seed);
        for (Sample sample : Kinds.SAMPLES) {
            ObjectNode record = sample.record().deepCopy();
            spoil(sample.code(), record, random);
            Mapped<List<Fact>> mapped = sample.kind().mapper().apply(record);
            Set<String> used = Uses.of(sample.kind(), record).keySet();

            List<String> together = new ArrayList<>(used);
            together.addAll(mapped.unused());
            assertThat(together).as(sample.code()).containsExactlyInAnyOrderElementsOf(Leaves.of(record));
            assertThat(mapped.unused().containsAll(unknown(record)))
                    .as(sample.code())
                    .isTrue();
            unusedMakesNoDifference(sample.kind(), record, mapped);
        }
    }

    @Example
    void ofAWholeRecordWhatIsUsedMakesADifference() {
        Set<String> all = new TreeSet<>();
        for (Sample sample : Kinds.SAMPLES) {
            Mapped<List<Fact>> mapped = sample.kind().mapper().apply(sample.record());
            assertThat(mapped).as(sample.code()).isInstanceOf(Mapped.Value.class);

            Set<String> idle = Uses.of(sample.kind(), sample.record()).entrySet().stream()
                    .filter(use -> use.getValue().equals(List.of(Uses.NO_DIFFERENCE)))
                    .map(Map.Entry::getKey)
                    .map(path -> sample.code() + " " + plain(path))
                    .collect(Collectors.toCollection(TreeSet::new));
            all.addAll(idle);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(SECOND_CHOICE);
    }

    @Example
    void ofAWholeRecordEveryUnusedFieldHasAReason() {
        for (Sample sample : Kinds.SAMPLES) {
            Mapped<List<Fact>> mapped = sample.kind().mapper().apply(sample.record());
            NotUsed reasons = sample.kind().notUsed();
            boolean nothing = mapped instanceof Mapped.Value<List<Fact>> value
                    && value.value().isEmpty();

            assertThat(mapped.unused())
                    .as(sample.code())
                    .allMatch(path -> nothing
                            || reasons.why(path)
                                    .or(() -> FhirKind.why(sample.record()))
                                    .isPresent());
        }
    }

    @Example
    void theMappingPagesHaveTheSameReasons() throws IOException {
        Map<String, String> pages = Map.of(
                "lifecare", "docs/lifecare-mapping.md",
                "caremanagement", "docs/caremanagement-mapping.md",
                "supplements", "docs/supplements.md");
        for (RecordKind kind : Kinds.all()) {
            String page = pages.get(kind.code().substring(0, kind.code().indexOf(':')));
            if (page != null) {
                List<String> lines = Files.readAllLines(home().resolve(page));
                assertThat(kind.notUsed().rows(kind.list()).lines().filter(row -> !lines.contains(row)))
                        .as("rows that " + page + " lacks")
                        .isEmpty();
            }
        }
    }

    /** Leaves fields out, empties some and adds one that nobody has heard of. */
    private static void spoil(String code, ObjectNode record, Random random) {
        List<String> leaves = new ArrayList<>(Leaves.of(record));
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = plain(leaves.get(random.nextInt(leaves.size()))).replaceAll("\\..*", "");
            if (random.nextBoolean()) {
                record.remove(name);
            } else {
                record.put(name, " ");
            }
        }
        if (code.startsWith("supplements")) {
            // A row is flat.
            record.put(UNKNOWN, "x");
        } else if (!code.startsWith("fhir")) {
            record.putObject(UNKNOWN).putArray("of").add(1).add(true);
        }
    }

    private static List<String> unknown(ObjectNode record) {
        return Leaves.of(record).stream()
                .filter(path -> path.startsWith(UNKNOWN))
                .toList();
    }

    /** But for records that give no fact at all: there something decided that. */
    private static void unusedMakesNoDifference(RecordKind kind, ObjectNode record, Mapped<List<Fact>> mapped) {
        if (mapped instanceof Mapped.Value<List<Fact>> value && !value.value().isEmpty()) {
            for (String path : mapped.unused()) {
                List<JsonNode> others = Leaf.others(record, path).toList();
                // All but the last, which is nothing: some fields have to be there whatever they say.
                for (JsonNode other : others.subList(0, others.size() - 1)) {
                    Mapped<List<Fact>> same = kind.mapper().apply(other);
                    assertThat(same).as(kind.code() + " " + path).isInstanceOf(Mapped.Value.class);
                    assertThat(((Mapped.Value<List<Fact>>) same).value())
                            .as(kind.code() + " " + path)
                            .isEqualTo(value.value());
                }
            }
        }
    }

    private static String plain(String path) {
        return path.replaceAll("\\[[0-9]+\\]", "");
    }

    private static Path home() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("GLOSSARY.md"))) {
            at = at.getParent();
        }
        return at;
    }
}
