package se.omsorgsbron.lifecare.supplements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SupplementsPropertyTest {
    private static final String HEADER = "municipality;subject;kind;date;until;value;note";

    @Property(tries = 50)
    void movingLinesChangesNothing(@ForAll long seed) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            rows.add("0127;client:" + i % 7 + ";offered;2026-03-0" + (1 + i % 9) + ";;;");
        }
        List<String> moved = new ArrayList<>(rows);
        Collections.shuffle(moved, new Random(seed));

        assertThat(items(moved)).containsExactlyInAnyOrderElementsOf(items(rows));
    }

    private static List<String> items(List<String> rows) {
        byte[] bytes = (HEADER + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
        return SupplementsReading.read(
                        SupplementsFile.read(bytes), new SupplementsFeed.Ownership("0127", Set.of("0127")), List.of())
                .items()
                .stream()
                .map(item -> item.getClass().getSimpleName() + " " + item.source())
                .toList();
    }

    @Property(tries = 200)
    void noBytesWhateverAreEverPassedOverInSilenceOrMakeItFail(@ForAll byte[] bytes) {
        SupplementsFile file = SupplementsFile.read(bytes);

        assertThat(file.broken().size() + file.rows().size())
                .as(Arrays.toString(bytes))
                .isPositive();
    }
}
