package se.omsorgsbron.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.audit.AuditReader.Stored;
import se.omsorgsbron.bridge.audit.AuditReader.Verification;

class ChainCheckTest {
    private static final int MANY = 12_000;
    private final List<Stored> records = chain();
    private final AtomicInteger lookedUp = new AtomicInteger();

    private static List<Stored> chain() {
        List<Stored> chain = new ArrayList<>();
        String head = AuditTrail.first();
        for (long seq = 1; seq <= MANY; seq++) {
            String hash = AuditTrail.hash(head, seq, "0127", null, "{}");
            chain.add(new Stored(seq, "0127", null, "{}", head, hash));
            head = hash;
        }
        return chain;
    }

    private Anchors.Line head(long seq) {
        return new Anchors.Line.Head(seq, records.get((int) seq - 1).hash());
    }

    private Verification check(List<Stored> present, List<Anchors.Line> lines) {
        ChainCheck check = new ChainCheck(present.iterator(), Map.of(), seq -> {
            lookedUp.incrementAndGet();
            return seq == 1 ? records.get(0).hash() : null;
        });
        lines.forEach(check::compare);
        return check.result();
    }

    @Test
    void aHeadThatComesVeryLateIsLookedUp() {
        Verification verification = check(records, List.of(head(MANY), head(1)));

        assertThat(verification).isEqualTo(new Verification(MANY, 0, 2, List.of()));
        assertThat(lookedUp).hasValue(1);
    }

    @Test
    void headsInOrderAreNot() {
        assertThat(check(
                                records,
                                LongStream.rangeClosed(1, MANY)
                                        .mapToObj(this::head)
                                        .toList())
                        .findings())
                .isEmpty();
        assertThat(lookedUp).hasValue(0);
    }

    @Test
    void ofVeryManyFindingsTheFirstAreToldAndTheOthersCounted() {
        List<Anchors.Line> lines =
                LongStream.rangeClosed(1, MANY).mapToObj(this::head).toList();

        List<String> findings = check(List.of(), lines).findings();

        assertThat(findings).hasSize(1_001).endsWith("And " + (MANY - 1_000) + " more.");
    }
}
