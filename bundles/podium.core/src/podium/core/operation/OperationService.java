// SPDX-License-Identifier: Apache-2.0
package podium.core.operation;

import java.util.List;
import java.util.Optional;
import podium.core.rule.Ruling;

/** Runs operations. Any thread; nothing blocks. */
public interface OperationService {
    /** Checks (access review, server dry run of what allows it) without changing anything; the problems found, empty: none. Blocks. */
    List<String> check(Plan plan);

    /**
     * Records the plan in the journal, then runs it. Returns its id at once; that it could not be recorded or its cluster is
     * not open shows as its outcome.
     *
     * @throws IllegalArgumentException when the plan writes a Secret, whose body must not be in a journal
     */
    String submit(Plan plan);

    /**
     * As {@link #submit(Plan)}, with what the operator typed where {@link #ruling} asks for it. A plan that a rule forbids, whose
     * cluster is read-only, or whose name was not typed is neither recorded nor sent; why shows as its outcome.
     */
    default String submit(Plan plan, String typed) {
        return submit(plan);
    }

    /** What the operator's rules say of a plan now. */
    default Ruling ruling(Plan plan) {
        return Ruling.FREE;
    }

    /**
     * What the operator must know of the journal, in words: another Podium holds it, its last record was cut, it was altered.
     * Empty: all is well, or it is not read yet.
     */
    default List<String> findings() {
        return List.of();
    }

    /** All known operations, newest first. */
    List<Operation> operations();

    Optional<Operation> operation(String id);

    /** Sends nothing further until it is resumed. */
    void pause(String id);

    /** Goes on with a paused or an interrupted one. */
    void resume(String id);

    /**
     * Stops it and restores what was before, as far as the plan can. Rolls an interrupted one back, and a failed one whose
     * writes stayed.
     */
    void abort(String id);

    /** Takes a done operation back: a new operation whose plan is the undo, held to the rules as any other. */
    void undo(String id);

    /** Called with each new snapshot, on any thread. */
    AutoCloseable listen(OperationListener listener);
}
