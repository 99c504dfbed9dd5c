package se.omsorgsbron.benchmarks;

import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Job;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** The bridge's own steps in the order of its routes. */
record BridgePipeline(DeliverySteps steps) implements Pipeline {
    @Override
    public void deliver(WorkKey key) throws RecipientUnavailable {
        Job job = steps.claim(key);
        if (job == null) {
            throw new IllegalStateException("Somebody else has claimed what is measured.");
        }
        steps.finish(steps.deliver(steps.check(steps.project(job, steps.compose(job)))));
    }
}
