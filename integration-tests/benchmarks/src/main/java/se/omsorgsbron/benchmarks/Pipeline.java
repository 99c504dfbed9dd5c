package se.omsorgsbron.benchmarks;

import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** One delivery, from the claim to its being given back. */
@FunctionalInterface
interface Pipeline {

    void deliver(WorkKey key) throws RecipientUnavailable;
}
