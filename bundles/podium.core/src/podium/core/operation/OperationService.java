// SPDX-License-Identifier: Apache-2.0
package podium.core.operation;

import java.util.List;
import java.util.Optional;

/** Runs operations. Any thread; nothing blocks. */
public interface OperationService {
    /** Checks (access review, server dry run of what allows it) without changing anything; the problems found, empty: none. Blocks. */
    List<String> check(Plan plan);

    /** Records the plan in the journal, then runs it. Returns its id. */
    String submit(Plan plan);

    /** All known operations, newest first. */
    List<Operation> operations();

    Optional<Operation> operation(String id);

    void pause(String id);

    void resume(String id);

    /** Stops it and restores what was before, as far as the plan can. */
    void abort(String id);

    /** Takes a done operation back: a new operation whose plan is the undo. */
    void undo(String id);

    /** Called with each new snapshot, on any thread. */
    AutoCloseable listen(OperationListener listener);
}
