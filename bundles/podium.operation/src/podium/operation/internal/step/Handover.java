// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/**
 * The other half of a move: what is done in another cluster once an operation is through in its own. It is an operation of its own, for
 * the journal ties each to one cluster, and the first is done only when it is. Where it cannot go on, the first pauses, and tries again
 * when it is resumed. On the thread that works on the first.
 */
public final class Handover {
    private final JournaledOperation ledger;
    private final OperationSignals signals;
    private final EngineServices tools;
    private final RunHost host;

    Handover(JournaledOperation ledger, OperationSignals signals, EngineServices tools, RunHost host) {
        this.ledger = ledger;
        this.signals = signals;
        this.tools = tools;
        this.host = host;
    }

    /** What keeps the other half from being begun or gone on with now, asked of its cluster; empty: nothing does. Blocks. */
    public static List<String> problems(EngineServices tools, Plan half) {
        if (tools.connections().apply(half.cluster()).isEmpty()) {
            return List.of(Texts.of("Handover.openItToGoOn", half.cluster()));
        }
        Optional<Operation> begun = begun(tools, half);
        if (begun.isEmpty() || begun.get().state().ended()) {
            return isDone(begun) ? List.of() : tools.operations().check(half).problems();
        }
        return begun.get().state() == OperationState.INTERRUPTED
                ? tools.operations().checkRemainder(begun.get().id(), false).problems()
                : List.of();
    }

    /** The newest try; each creates its objects with the same marks, which no other plan has. */
    private static Optional<Operation> begun(EngineServices tools, Plan half) {
        return tools.operations().operations().stream()
                .filter(operation -> operation.plan().steps().equals(half.steps()))
                .findFirst();
    }

    private static boolean isDone(Optional<Operation> begun) {
        return begun.filter(it -> it.state() == OperationState.DONE).isPresent();
    }

    /** Why the other cluster would not take its half now; empty: it would, or there is none. Blocks. */
    Optional<String> barred() {
        return ledger.plan().then().flatMap(this::barred);
    }

    private Optional<String> barred(Plan half) {
        return Optional.of(String.join(" ", problems(tools, half))).filter(why -> !why.isEmpty());
    }

    /** Has the other half done. Pauses where it cannot be, until it is tried again. */
    void go(ClusterCalls calls) throws OperationSignals.Stopped {
        if (ledger.plan().then().isEmpty()) {
            return;
        }
        Plan half = ledger.plan().then().get();
        for (Optional<String> why = tried(half, calls); why.isPresent(); why = tried(half, calls)) {
            host.pauses(
                    Texts.of("Handover.stoppedAndNotSubmitted", ledger.plan().cluster(), half.cluster(), why.get()));
            signals.checkpoint();
        }
    }

    /** Why it is not done there; empty: it is. */
    private Optional<String> tried(Plan half, ClusterCalls calls) throws OperationSignals.Stopped {
        Optional<Operation> begun = begun(tools, half);
        if (isDone(begun)) {
            return Optional.empty();
        }
        Optional<String> why = barred(half);
        if (why.isEmpty() && begun.filter(it -> !it.state().ended()).isEmpty()) {
            why = changed(half, calls);
        }
        if (why.isPresent()) {
            return why;
        }
        String id = begun.filter(it -> !it.state().ended()).map(Operation::id).orElseGet(() -> tools.operations()
                .submit(half));
        host.status(Texts.of("Handover.waits", half.cluster()));
        for (int looks = 0; ; looks++) {
            Operation now = operation(id);
            if (now.state() == OperationState.INTERRUPTED) {
                tools.operations().resume(id);
            } else if (now.state().ended()) {
                return isDone(Optional.of(now))
                        ? Optional.empty()
                        : Optional.of(now.outcome().orElse(""));
            }
            signals.await(tools.timing().look(looks));
        }
    }

    private Operation operation(String id) {
        return tools.operations().operation(id).orElseThrow();
    }

    /** That somebody has started it here again while it waited: done in both clusters, it would run twice. */
    private Optional<String> changed(Plan half, ClusterCalls calls) throws OperationSignals.Stopped {
        Map<String, ApiWrite> last = new LinkedHashMap<>();
        for (JournaledOperation.Part part : ledger.written()) {
            ApiWrite write = part.write();
            if (write.verb().isPatch() && !write.target().isPod()) {
                String uid = ledger.uid(part.step(), part.part()).orElse("");
                last.put(write.target().path(), UidPreconditions.with(write, uid));
            }
        }
        for (ApiWrite write : last.values()) {
            if (WriteEffect.of(write, calls.read(write.target())) != WriteEffect.APPLIED) {
                return Optional.of(Texts.of(
                        "Handover.changedMeanwhile",
                        write.target().displayName(),
                        ledger.plan().cluster(),
                        half.cluster()));
            }
        }
        return Optional.empty();
    }

    /** Takes back first what of the other half was begun; why that cannot be; empty: nothing of it is left there. */
    Optional<String> takeBack() throws OperationSignals.Stopped {
        Optional<Operation> begun = ledger.plan()
                .then()
                .flatMap(half -> begun(tools, half))
                .filter(it -> it.state() != OperationState.UNDONE);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        signals.go();
        Operation now = begun.get();
        for (int looks = 0; !now.state().ended(); looks++) {
            List<String> problems = now.state() == OperationState.INTERRUPTED
                    ? tools.operations().checkRemainder(now.id(), true).problems()
                    : List.of();
            if (!problems.isEmpty()) {
                return Optional.of(left(now, String.join(" ", problems)));
            }
            tools.operations().abort(now.id());
            signals.await(tools.timing().look(looks));
            now = operation(now.id());
        }
        if (now.state() == OperationState.DONE) {
            return Optional.of(Texts.of("Handover.isThereAlready", now.plan().cluster()));
        }
        return now.steps().stream().anyMatch(StepProgress::isOpen)
                ? Optional.of(left(now, now.outcome().orElse("")))
                : Optional.empty();
    }

    private String left(Operation half, String why) {
        return Texts.of(
                "Handover.wasNotTakenBack", half.plan().cluster(), ledger.plan().cluster(), why);
    }
}
