// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import podium.core.text.Counted;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.ParallelRunner;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Sends the writes of a barrier with bounded concurrency, once the server has tried all of them. After the first refusal no
 * further one is sent; those on the way are waited for, so that what happened is known when the barrier is taken back.
 */
final class BarrierRunner {
    private final WriteRunner writes;
    private final UidPreconditions pins;
    private final RunHost host;
    private final ParallelRunner parts;

    BarrierRunner(WriteRunner writes, UidPreconditions pins, RunHost host, ExecutorService threads, int concurrency) {
        this.writes = writes;
        this.pins = pins;
        this.host = host;
        parts = new ParallelRunner(threads, concurrency);
    }

    /** Has the server try every part that is open, then sends them. */
    void run(Step.Barrier barrier, int step, JournaledOperation ledger) throws OperationSignals.Stopped, StepFailed {
        List<Integer> open = IntStream.range(0, barrier.writes().size())
                .filter(part -> !ledger.isDone(step, part, false))
                .boxed()
                .toList();
        host.status(Texts.of("BarrierRunner.checkingAllBeforeAnyIsSent", Counted.all(open.size(), "write")));
        parts.run(open, part -> writes.rehearse(barrier.writes().get(part)));
        host.status(barrier.words());
        parts.run(
                open,
                part -> host.done(
                        step,
                        part,
                        false,
                        writes.run(pins.named(barrier.writes().get(part), step, part))));
    }

    /** Takes parts back beside each other; each says itself what it could not restore. */
    void takeBack(int count, Back work) throws OperationSignals.Stopped {
        try {
            parts.run(IntStream.range(0, count).boxed().toList(), work::run);
        } catch (StepFailed e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes one part back. */
    interface Back {
        void run(int part) throws OperationSignals.Stopped;
    }
}
