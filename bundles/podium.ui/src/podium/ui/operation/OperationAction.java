// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import java.util.Optional;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;

/** What can be done with an operation that began. */
public enum OperationAction {
    PAUSE(Texts.of("OperationAction.pause"), Icon.PAUSE, Texts.of("OperationAction.sendNothingMoreUntil")),
    RESUME(Texts.of("OperationAction.resume"), Icon.RESUME, Texts.of("OperationAction.continueWhereItStopped")),
    ABORT(Texts.of("OperationAction.abort"), Icon.ABORT, Texts.of("OperationAction.stopAndRestoreWhat")),
    UNDO(Texts.of("OperationAction.undo"), Icon.UNDO, Texts.of("OperationAction.undoItAsA"));

    private final String words;
    private final Icon icon;
    private final String meaning;

    OperationAction(String words, Icon icon, String meaning) {
        this.words = words;
        this.icon = icon;
        this.meaning = meaning;
    }

    public Icon icon() {
        return icon;
    }

    public String meaning() {
        return meaning;
    }

    /** What it is called for an operation: an interrupted one, or one that failed half-way, is rolled back. */
    public String words(Optional<Operation> operation) {
        boolean stopped = operation
                .filter(it -> it.state() == OperationState.INTERRUPTED || it.canRollBack())
                .isPresent();
        if (this == RESUME && operation.filter(OperationAction::hasMarks).isPresent()) {
            return Texts.of("OperationAction.removeMarks");
        }
        return this == ABORT && stopped ? Texts.of("OperationAction.rollBack") : words;
    }

    /** Objects still say that it is at work on them, though it has ended. */
    private static boolean hasMarks(Operation operation) {
        return operation.state().ended()
                && operation.past().isEmpty()
                && !operation.marked().isEmpty();
    }

    /** Why it cannot be done with this operation; empty: it can. */
    public Optional<String> whyNot(Operation operation) {
        OperationState state = operation.state();
        return switch (this) {
            case PAUSE ->
                state == OperationState.RUNNING
                        ? Optional.empty()
                        : Optional.of(Texts.of("OperationAction.itIsNotRunning"));
            case RESUME ->
                state == OperationState.PAUSED || state == OperationState.INTERRUPTED || hasMarks(operation)
                        ? Optional.empty()
                        : Optional.of(Texts.of("OperationAction.itIsNotPaused"));
            case ABORT ->
                (state.ended() && !operation.canRollBack()) || state == OperationState.UNDOING
                        ? Optional.of(Texts.of("OperationAction.itHasEnded"))
                        : Optional.empty();
            case UNDO -> operation.canUndo() ? Optional.empty() : Optional.of(whyNoUndo(operation));
        };
    }

    /** The same, with what the service knows of its cluster, its locks and rules; whether it may be undone is asked elsewhere. */
    public Optional<String> whyNot(Operation operation, OperationService operations) {
        Optional<String> why = whyNot(operation);
        return why.isPresent()
                ? why
                : switch (this) {
                    case PAUSE, UNDO -> why;
                    case RESUME -> operations.barred(operation.id());
                    case ABORT ->
                        operation.state() == OperationState.RUNNING
                                ? Optional.empty()
                                : operations.barred(operation.id());
                };
    }

    private static String whyNoUndo(Operation operation) {
        if (operation.past().isPresent()) {
            return operation.past().get();
        }
        if (operation.over().isPresent()) {
            return operation.over().get();
        }
        return operation.state() == OperationState.DONE
                ? Texts.of("OperationAction.itCannotBeUndone")
                : Texts.of("OperationAction.onlyACompletedOperation");
    }

    /** Whether what it sends must be seen first: it stopped in the middle, and much may be otherwise since. */
    public boolean isShownFirst(Operation operation) {
        boolean stopped = operation.state() == OperationState.INTERRUPTED;
        return this == RESUME && stopped || this == ABORT && (stopped || operation.canRollBack());
    }

    /** Does it, except what is shown as a plan first. Returns at once. */
    public void run(OperationService operations, Operation operation) {
        switch (this) {
            case PAUSE -> operations.pause(operation.id());
            case RESUME -> {
                if (hasMarks(operation)) {
                    operations.unmark(operation.id());
                } else {
                    operations.resume(operation.id());
                }
            }
            case ABORT -> operations.abort(operation.id());
            case UNDO -> operations.undo(operation.id());
        }
    }
}
