// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.DurationText;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.ParallelRunner;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Evicts pods, each on its own thread as kubectl drain does, and waits until every uid is gone. One that cannot be evicted does
 * not keep the others from it.
 */
final class EvictRunner {
    private final ClusterCalls calls;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final RunHost host;
    private final ExecutorService threads;
    private final Consumer<List<String>> warned;

    /** @param warned told what the server warns of when it takes an eviction */
    EvictRunner(
            ClusterCalls calls,
            OperationSignals signals,
            EngineTiming timing,
            RunHost host,
            ExecutorService threads,
            Consumer<List<String>> warned) {
        this.warned = warned;
        this.calls = calls;
        this.signals = signals;
        this.timing = timing;
        this.host = host;
        this.threads = threads;
    }

    /** Evicts the victims that the ledger does not show as gone. */
    void run(Step.EvictAll step, int index, JournaledOperation ledger, StepWatch watch)
            throws OperationSignals.Stopped, StepFailed {
        OperationSignals.Deadline deadline = signals.deadline(step.atMost());
        Semaphore permits = new Semaphore(timing.concurrency());
        BudgetLines lines = new BudgetLines(signals, timing);
        List<Integer> open = IntStream.range(0, step.victims().size())
                .filter(part -> !ledger.isDone(index, part, false))
                .boxed()
                .toList();
        EvictionProgress progress = new EvictionProgress(step, step.victims().size() - open.size());
        List<? extends Future<?>> all = open.stream()
                .map(part -> threads.submit(() -> {
                    Step.Victim victim = step.victims().get(part);
                    if (new Eviction(victim, calls, signals, timing, deadline, permits, lines, progress, watch).run()) {
                        host.done(index, part, false, "");
                        progress.gone();
                    }
                }))
                .toList();
        for (Future<?> one : all) {
            ParallelRunner.join(one);
        }
        signals.checkpoint();
        if (progress.broken.isPresent()) {
            throw progress.broken.get();
        }
        if (!progress.left.isEmpty()) {
            throw new StepFailed(progress.failure(deadline.passed()));
        }
    }

    /** What every pod waits for, told to the operator whenever it changes. */
    final class EvictionProgress {
        private final Step.EvictAll step;
        private final Map<String, String> waiting = new ConcurrentSkipListMap<>();
        private final Map<String, String> left = new ConcurrentSkipListMap<>();
        private volatile Optional<StepFailed> broken = Optional.empty();
        private int gone;

        private EvictionProgress(Step.EvictAll step, int gone) {
            this.step = step;
            this.gone = gone;
        }

        /** A pod waits for something; the log gets each reason once. */
        void waits(String pod, String why, boolean problem) {
            if (!why.equals(waiting.put(pod, why)) && problem) {
                host.say(pod + ": " + why, true);
            }
            tell();
        }

        /** The server took an eviction, and warns of this. */
        void warned(List<String> words) {
            warned.accept(words);
        }

        /** A pod stays, for good. */
        void stays(String pod, String why) {
            waiting.remove(pod);
            left.put(pod, why);
            host.say(Texts.of("EvictRunner.stays", pod, why), true);
            tell();
        }

        /** What the eviction relies on does not hold any more: nothing further is evicted. */
        void broken(StepFailed why) {
            broken = Optional.of(why);
        }

        void left(String pod) {
            waiting.remove(pod);
            host.say(Texts.of("EvictRunner.isGone", pod), false);
        }

        private void gone() {
            synchronized (this) {
                gone++;
            }
            tell();
        }

        private synchronized void tell() {
            StringBuilder words = new StringBuilder(Texts.of(
                    "EvictRunner.evictingOfGone",
                    step.words(),
                    gone,
                    step.victims().size()));
            Map<String, Integer> reasons = new TreeMap<>();
            waiting.values().forEach(why -> reasons.merge(why, 1, Integer::sum));
            reasons.forEach((why, count) -> words.append("; ")
                    .append(Counted.of(count, "pod"))
                    .append(": ")
                    .append(why));
            host.status(words.toString());
        }

        private String failure(boolean timedOut) {
            List<String> lines = new ArrayList<>();
            left.forEach((pod, why) -> lines.add(pod + " (" + why + ")"));
            String pods = Counted.of(left.size(), "pod");
            String named = String.join("; ", lines);
            return timedOut
                    ? Texts.of("EvictRunner.leftInTime", DurationText.time(step.atMost()), pods, named)
                    : Texts.of("EvictRunner.left", pods, named);
        }
    }
}
