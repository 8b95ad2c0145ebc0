// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import podium.operation.internal.gate.Calls;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.Ledger;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.RunTools;
import podium.operation.internal.run.Signals;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.run.Timing;
import podium.operation.plan.Step;

/** The runner of each kind of step, for one operation on one connection. */
final class StepRunners {
    private final Calls calls;
    private final RunHost host;
    private final WriteRunner writes;
    private final Pins pins;
    private final BarrierRunner barriers;
    private final AwaitRunner awaits;
    private final EvictRunner evictions;

    StepRunners(Ledger ledger, Calls calls, Signals signals, RunTools tools, RunHost host) {
        this.calls = calls;
        this.host = host;
        Timing timing = tools.timing();
        writes = new WriteRunner(calls, signals, timing, host);
        pins = new Pins(ledger, calls, host, tools.clock());
        barriers = new BarrierRunner(writes, pins, host, tools.threads(), timing.concurrency());
        awaits = new AwaitRunner(calls, signals, timing, host, tools.clock());
        evictions = new EvictRunner(calls, signals, timing, host, tools.threads());
    }

    /** Runs a step to its end; returns the uid of the object a single write answered with, else empty. */
    String run(Step step, int index, Ledger ledger) throws Signals.Stopped, StepFailed {
        switch (step) {
            case Step.Write write -> {
                return writes.run(pins.named(write, index, JournalRecord.WHOLE));
            }
            case Step.Barrier barrier -> barriers.run(barrier, index, ledger);
            case Step.Await await -> awaits.run(await);
            case Step.EvictAll evict -> evictions.run(evict, index, ledger);
        }
        return "";
    }

    Restorer restorer(Ledger ledger, Restorer.Marks marks) {
        return new Restorer(
                ledger,
                writes,
                awaits::run,
                pins,
                calls,
                host,
                (parts, work) -> barriers.takeBack(parts, work::run),
                marks);
    }
}
