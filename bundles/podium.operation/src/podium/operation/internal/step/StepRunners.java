// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.time.InstantSource;
import java.util.List;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.Step;

/** The runner of each kind of step, for one operation on one connection. */
final class StepRunners {
    private final ClusterCalls calls;
    private final RunHost host;
    private final EngineTiming timing;
    private final OperationSignals signals;
    private final InstantSource clock;
    private final WriteRunner writes;
    private final UidPreconditions pins;
    private final BarrierRunner barriers;
    private final AwaitRunner awaits;
    private final EvictRunner evictions;

    StepRunners(
            JournaledOperation ledger,
            ClusterCalls calls,
            OperationSignals signals,
            EngineServices tools,
            RunHost host) {
        this.calls = calls;
        this.signals = signals;
        this.host = host;
        timing = tools.timing();
        clock = tools.clock();
        writes = new WriteRunner(calls, signals, timing, host, EndedPods.by(ledger));
        pins = new UidPreconditions(ledger, calls, host, tools.clock());
        barriers = new BarrierRunner(writes, pins, host, tools.threads(), timing.concurrency());
        awaits = new AwaitRunner(calls, signals, timing, host, tools.clock());
        evictions = new EvictRunner(calls, signals, timing, host, tools.threads(), writes::warned);
    }

    /** Runs a step to its end; returns the uid of the object a single write answered with, else empty. */
    String run(Step step, int index, JournaledOperation ledger) throws OperationSignals.Stopped, StepFailed {
        StepWatch watch = watch(step, index, ledger);
        watch.look();
        switch (step) {
            case Step.Write write -> {
                return writes.run(pins.named(write, index, JournalRecord.WHOLE));
            }
            case Step.Barrier barrier -> barriers.run(barrier, index, ledger);
            case Step.Await await ->
                awaits.run(await, watch, ledger.uidBefore(await.target().path(), index));
            case Step.EvictAll evict -> evictions.run(evict, index, ledger, watch);
        }
        return "";
    }

    /** A step that comes before a look at emptied nodes relies on their cordon; one that writes nodes may be what sets it. */
    private StepWatch watch(Step step, int index, JournaledOperation ledger) {
        boolean ofNodes = step.writes().stream()
                .anyMatch(write -> write.write().target().resource().equals("nodes"));
        List<CordonGuard.Held> nodes =
                ofNodes ? List.of() : CordonGuard.nodes(ledger.plan().steps(), index);
        return nodes.isEmpty() ? StepWatch.NONE : new CordonGuard(nodes, calls, timing.poll(), clock);
    }

    Rollback restorer(JournaledOperation ledger, Rollback.Progress progress) {
        return new Rollback(
                ledger,
                writes,
                awaits::run,
                pins,
                calls,
                host,
                (parts, work) -> barriers.takeBack(parts, work::run),
                progress,
                signals,
                timing);
    }
}
