// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.api.WriteResult;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.write.Refusals;

/**
 * Pods that a budget refuses stand in line for it. Only the first one asks again, soon and often; when it is let through, the next
 * one asks at once. So a hundred pods load the server no more than one, and nobody sleeps while the budget has room, as pods that
 * each ask every 5 s do. Any thread.
 */
final class BudgetLines {
    /** From the eviction handler: "The disruption budget web needs 3 healthy pods and has 3 currently". */
    private static final Pattern NAME = Pattern.compile("disruption budget (\\S+)");

    private final Map<String, Semaphore> lines = new ConcurrentHashMap<>();
    private final OperationSignals signals;
    private final EngineTiming timing;

    BudgetLines(OperationSignals signals, EngineTiming timing) {
        this.signals = signals;
        this.timing = timing;
    }

    /** The line of the budget that refused, whose name the refusal tells; a pod whose refusal does not is alone in its own. */
    Semaphore of(String namespace, String pod, WriteResult.Refused refused) {
        Matcher name = NAME.matcher(Refusals.budget(refused));
        String key = name.find() ? namespace + "/" + name.group(1) : namespace + "//" + pod;
        return lines.computeIfAbsent(key, _ -> new Semaphore(1, true));
    }

    /**
     * Waits until the pod is the first in line, at most four times as long as a pod would wait that asks on its own: it may have become
     * free of the budget by then.
     *
     * @return true when it is the first, and must {@link Semaphore#release release} the line
     */
    boolean stand(Semaphore line, OperationSignals.Deadline deadline) throws OperationSignals.Stopped {
        OperationSignals.Deadline alone = signals.deadline(timing.budgetRetry().multipliedBy(4));
        while (!deadline.passed() && !alone.passed()) {
            signals.checkpoint();
            try {
                if (line.tryAcquire(timing.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationSignals.Stopped(false);
            }
        }
        return false;
    }

    /** How long the first in line waits before it asks again, after so many refusals in a row (from 1): an eighth, up to the whole. */
    Duration pause(int refusals) {
        return timing.budgetRetry().dividedBy(1L << Math.max(0, 4 - refusals));
    }
}
