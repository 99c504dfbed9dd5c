package se.omsorgsbron.bridge.deliver;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/**
 * Sends "this subject may have work" over the endpoint from the configuration, once while it is under way. What is urgent goes over
 * an endpoint of its own, so that it waits behind nothing.
 */
public final class Signals {
    /** For what is to be withdrawn. */
    static final String URGENT = "seda:urgent-work?size=10000";

    private final Set<WorkKey> underWay = ConcurrentHashMap.newKeySet();
    private final Set<WorkKey> urgent = ConcurrentHashMap.newKeySet();
    private final ProducerTemplate template;
    private final String endpoint;

    public Signals(ProducerTemplate template, String endpoint) {
        this.template = template;
        this.endpoint = endpoint;
    }

    /** Signals each of the keys. A signal that is lost costs only time: the sweep finds what is due. */
    public void send(Collection<WorkKey> keys) {
        send(keys, underWay, endpoint);
    }

    /** Signals each of the keys, ahead of all others. */
    public void hasten(Collection<WorkKey> keys) {
        send(keys, urgent, URGENT);
    }

    /** Signals whom something that was stored concerns, for each of the recipients; what is to be withdrawn goes ahead. */
    public void stored(String municipality, FactStore.Stored stored, List<String> recipients) {
        hasten(work(municipality, stored.urgent(), recipients));
        send(work(municipality, stored.subjects(), recipients));
    }

    private static List<WorkKey> work(String municipality, Set<UUID> subjects, List<String> recipients) {
        return subjects.stream()
                .flatMap(subject -> recipients.stream().map(name -> new WorkKey(municipality, subject, name)))
                .toList();
    }

    private void send(Collection<WorkKey> keys, Set<WorkKey> sent, String to) {
        for (WorkKey key : keys) {
            if (sent.add(key) && !sent(key, to)) {
                sent.remove(key);
                return;
            }
        }
    }

    /** False where the endpoint takes no more, as when a long file came in: the sweep finds what is due when it does. */
    private boolean sent(WorkKey key, String to) {
        try {
            template.sendBody(to, key);
            return true;
        } catch (CamelExecutionException full) {
            return false;
        }
    }

    void taken(WorkKey key) {
        underWay.remove(key);
        urgent.remove(key);
    }
}
