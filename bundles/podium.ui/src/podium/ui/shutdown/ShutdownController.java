// SPDX-License-Identifier: Apache-2.0
package podium.ui.shutdown;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;

/**
 * Decides whether the console may end. While shells are open or operations run it asks, and when operations are to be finished first
 * it waits for them without a window. An operation that pauses needs a person: then the window comes back. UI thread, but
 * {@link #changed}.
 */
public final class ShutdownController {
    private static final Set<OperationState> BUSY =
            EnumSet.of(OperationState.PREPARED, OperationState.RUNNING, OperationState.UNDOING);

    /** The window and what stands in for it; a test has its own. */
    public interface View {
        /** Asks what to do with these. */
        ShutdownChoice ask(List<Operation> running);

        /** Says what is open into clusters and ends with the console; false: it stays open. */
        boolean ask(Supplier<List<String>> sessions);

        /** Hides the window and shows how these go on; called again as they do. */
        void finishing(List<Operation> running);

        /** Shows the window again; these wait for the operator. */
        void back(List<Operation> waiting);

        /** Ends the process. */
        void end();
    }

    /** What is open into clusters beside operations. */
    public interface Sessions {
        /** Each in a line, as it is now. */
        List<String> open();

        /** Cleans up after them. */
        void end(Runnable then);
    }

    private final OperationService operations;
    private final Sessions sessions;
    private final View stage;
    private Set<String> finishing = Set.of();

    public ShutdownController(OperationService operations, Sessions sessions, View stage) {
        this.operations = operations;
        this.sessions = sessions;
        this.stage = stage;
    }

    /** True when the console may close at once. */
    public boolean mayClose() {
        if (sessions.open().isEmpty()) {
            return settled();
        }
        if (stage.ask(sessions::open)) {
            sessions.end(() -> {
                if (settled()) {
                    stage.end();
                }
            });
        }
        return false;
    }

    private boolean settled() {
        List<Operation> running = in(BUSY);
        if (running.isEmpty()) {
            return true;
        }
        return switch (stage.ask(running)) {
            case LEAVE -> true;
            case STAY -> false;
            case FINISH -> {
                finish(running);
                yield false;
            }
        };
    }

    /** What ran when it was asked about; it may have ended while the question stood there. */
    private void finish(List<Operation> running) {
        finishing = Set.copyOf(running.stream().map(Operation::id).toList());
        changed();
    }

    /** The operator wants the window again. */
    public void stay() {
        finishing = Set.of();
        stage.back(List.of());
    }

    /** An operation changed; does something only while they are being finished. */
    public void changed() {
        if (finishing.isEmpty()) {
            return;
        }
        List<Operation> waiting = in(EnumSet.of(OperationState.PAUSED)).stream()
                .filter(it -> finishing.contains(it.id()))
                .toList();
        List<Operation> running = in(BUSY);
        if (!waiting.isEmpty()) {
            finishing = Set.of();
            stage.back(waiting);
        } else if (running.isEmpty()) {
            finishing = Set.of();
            stage.end();
        } else {
            stage.finishing(running);
        }
    }

    private List<Operation> in(Set<OperationState> states) {
        return operations.operations().stream()
                .filter(it -> states.contains(it.state()))
                .toList();
    }
}
