package se.omsorgsbron.lifecare.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.PageReader.Broken;
import se.omsorgsbron.lifecare.client.PageReader.Outcome;

class PageReaderTest {
    private static final Optional<Instant> TIME = Optional.of(Instant.parse("2026-11-24T09:00:00Z"));

    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();

    private Outcome read(PageReader.Source source, int limit) throws SourceUnavailable {
        PageReader.Source counted = (offset, size) -> {
            offsets.add(offset);
            assertThat(offsets).as("the reading ends").hasSizeLessThan(10_000);
            return source.page(offset, size);
        };
        PageReader.Sink sink =
                new PageReader.Sink(record -> read.add(record.path("Id").asInt()), broken::add);
        return PageReader.read(counted, limit, sink);
    }

    private static Answer page(List<Integer> ids) {
        return new Answer.Json(
                JsonNodeFactory.instance
                        .arrayNode()
                        .addAll(ids.stream().map(PageReaderTest::record).toList()),
                TIME);
    }

    private static JsonNode record(int id) {
        return JsonNodeFactory.instance.objectNode().put("Id", id);
    }

    private static List<Integer> slice(List<Integer> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    private Set<Integer> ids() {
        return new TreeSet<>(read);
    }

    @Property
    void anyPageSizeAndAnyOrderGiveTheSameSet(
            @ForAll @IntRange(max = 60) int count,
            @ForAll @IntRange(min = 1, max = 25) int limit,
            @ForAll @IntRange(min = 1, max = 25) int serversOwnLimit,
            @ForAll long seed)
            throws SourceUnavailable {
        List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        read.clear();
        offsets.clear();

        Outcome outcome = read((offset, size) -> page(slice(all, offset, Math.min(size, serversOwnLimit))), limit);

        assertThat(ids()).isEqualTo(new TreeSet<>(all));
        assertThat(read).hasSize(count);
        assertThat(outcome).isEqualTo(new Outcome(true, TIME));
    }

    @Property
    void pagesThatOverlapGiveTheSameSet(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 2, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 19) int shift)
            throws SourceUnavailable {
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        int moved = Math.min(shift, limit - 1);
        read.clear();
        offsets.clear();

        // As when records were added before the offset between two requests.
        read((offset, size) -> page(slice(all, Math.max(0, offset - moved), size)), limit);

        assertThat(ids()).isEqualTo(new TreeSet<>(all));
    }

    @Test
    void theOffsetMovesByWhatWasReceived() throws SourceUnavailable {
        List<Integer> all = List.of(1, 2, 3, 4, 5);

        read((offset, size) -> page(slice(all, offset, 2)), 100);

        assertThat(offsets).containsExactly(0, 2, 4, 5);
    }

    @Test
    void notFoundEndsTheList() throws SourceUnavailable {
        Outcome outcome = read((offset, size) -> offset == 0 ? page(List.of(1)) : new Answer.None(Optional.empty()), 1);

        assertThat(read).containsExactly(1);
        assertThat(outcome).isEqualTo(new Outcome(true, TIME));
    }

    @Test
    void aServerThatIgnoresTheOffsetDoesNotHoldTheReaderForEver() throws SourceUnavailable {
        Outcome outcome = read((offset, size) -> page(List.of(1, 2)), 2);

        assertThat(ids()).containsExactly(1, 2);
        assertThat(offsets).hasSize(3);
        assertThat(outcome.whole()).as("records may be missing").isFalse();
    }

    @Test
    void aPageThatComesTwiceIsPassedOverAndNothingIsConcludedFromWhatIsMissing() throws SourceUnavailable {
        List<Integer> all = IntStream.range(0, 8).boxed().toList();

        Outcome outcome = read((offset, size) -> page(slice(all, offset == 2 ? 0 : offset, size)), 2);

        assertThat(ids()).containsExactly(0, 1, 4, 5, 6, 7);
        assertThat(outcome.whole()).isFalse();
    }

    @Test
    void theRecordsBeforeAndAfterABrokenPageAreRead() throws SourceUnavailable {
        List<Integer> all = IntStream.range(0, 6).boxed().toList();

        Outcome outcome = read(
                (offset, size) -> offset == 2 ? new Answer.NotJson("<html>", TIME) : page(slice(all, offset, size)), 2);

        assertThat(ids()).containsExactly(0, 1, 4, 5);
        assertThat(broken).containsExactly(new Broken(2, "<html>"));
        assertThat(outcome.whole()).isFalse();
    }

    @Test
    void twoBrokenPagesInARowEndTheReading() throws SourceUnavailable {
        Outcome outcome = read((offset, size) -> new Answer.NotJson("<html>", TIME), 100);

        assertThat(broken).extracting(Broken::offset).containsExactly(0, 100);
        assertThat(outcome.whole()).isFalse();
    }

    @Test
    void whatIsKeptOfABrokenPageIsBounded() {
        assertThat(new Broken(0, "x".repeat(1_000_000)).body()).hasSize(65_536);
        assertThat(new Broken(0, "x".repeat(65_535) + "😀").body()).hasSize(65_535);
        assertThat(new Broken(0, "a\0b").body()).isEqualTo("a\uFFFDb");
    }
}
