package se.omsorgsbron.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

class SignalsTest {
    private static final String QUEUE = "seda:short?size=3";

    @Test
    void whatAFullQueueDidNotTakeIsSignalledByTheNextSweep() {
        CamelContext camel = new DefaultCamelContext();
        camel.start();
        Signals signals = new Signals(camel.createProducerTemplate(), QUEUE);
        ConsumerTemplate worker = camel.createConsumerTemplate();
        List<WorkKey> due = Stream.generate(() -> new WorkKey("0127", UUID.randomUUID(), "primary-care"))
                .limit(8)
                .toList();
        Set<WorkKey> done = new HashSet<>();

        for (int sweep = 0; sweep < 4; sweep++) {
            signals.send(due.stream().filter(key -> !done.contains(key)).toList());
            for (WorkKey key = take(worker); key != null; key = take(worker)) {
                signals.taken(key);
                assertThat(done.add(key)).isTrue();
            }
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(due);
        camel.stop();
    }

    private static WorkKey take(ConsumerTemplate worker) {
        return worker.receiveBodyNoWait(QUEUE, WorkKey.class);
    }
}
