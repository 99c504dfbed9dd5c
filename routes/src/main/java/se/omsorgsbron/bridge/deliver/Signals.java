package se.omsorgsbron.bridge.deliver;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ProducerTemplate;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** Sends "this subject may have work" over the endpoint from the configuration, once while it is under way. */
public final class Signals {
    private final Set<WorkKey> underWay = ConcurrentHashMap.newKeySet();
    private final ProducerTemplate template;
    private final String endpoint;

    public Signals(ProducerTemplate template, String endpoint) {
        this.template = template;
        this.endpoint = endpoint;
    }

    /** Signals each of the keys. A signal that is lost costs only time: the sweep finds what is due. */
    public void send(Collection<WorkKey> keys) {
        for (WorkKey key : keys) {
            if (underWay.add(key)) {
                template.sendBody(endpoint, key);
            }
        }
    }

    void taken(WorkKey key) {
        underWay.remove(key);
    }
}
