// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.cluster.SessionIdentity;
import podium.operation.AuditedAction;
import podium.operation.FieldConflict;
import podium.operation.OperationState;
import podium.operation.approval.Approval;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Plan;

/** One fact about an operation, in the order it became true. An operation's ledger is the fold of its records. */
public sealed interface JournalRecord {
    /** Part number of a record that concerns its step as a whole. */
    int WHOLE = -1;

    String operation();

    Instant at();

    /** Records that must be on the disk before anything further is sent. */
    default boolean durable() {
        return true;
    }

    /**
     * The plan was confirmed.
     *
     * @param undoes id of the operation that it takes back
     * @param approval of a second person; empty: none was asked for
     */
    record Prepared(String operation, Instant at, Plan plan, Optional<String> undoes, Optional<Approval> approval)
            implements JournalRecord {}

    /**
     * Which cluster answers and whom it takes the operator for, asked before anything else was sent. What goes on with the
     * operation later is held to it.
     *
     * @param simulated true when the cluster is a simulated one, which ends with the Podium that started it
     */
    record Identified(String operation, Instant at, SessionIdentity session, boolean simulated)
            implements JournalRecord {}

    /** Which object, by uid, a part of a step deletes: found out before it is sent, so that a later one of that name is spared. */
    record Pinned(String operation, Instant at, int step, int part, boolean restoring, String uid)
            implements JournalRecord {}

    /** Something of this step may be sent from here on. {@code restoring}: the step is being taken back. */
    record Begun(String operation, Instant at, int step, boolean restoring) implements JournalRecord {}

    /**
     * A step is done, or one part of it.
     *
     * @param part index of the write in a barrier or of the victim; {@link #WHOLE} for the step
     * @param uid of the object the write answered with; empty when not known
     */
    record Done(String operation, Instant at, int step, int part, boolean restoring, String uid)
            implements JournalRecord {}

    /** This part of a step was to be taken back and stands as it is: somebody else has changed it, or it could not be. */
    record Left(String operation, Instant at, int step, int part) implements JournalRecord {}

    /**
     * Which pods ran when a write was to be sent that may end them.
     *
     * @param restoring whether it was sent to take the operation back
     * @param owner the object whose pods they are; of a pod that is deleted itself, that pod
     * @param selector what they are listed by; empty: the owner is the pod
     */
    record Ran(String operation, Instant at, boolean restoring, ObjectRef owner, String selector, List<String> uids)
            implements JournalRecord {
        public Ran {
            uids = List.copyOf(uids);
        }

        @Override
        public boolean durable() {
            return false;
        }
    }

    /** Which objects still carry its mark although it has ended, for it may not be taken away there; the latest one holds. */
    record MarksLeft(String operation, Instant at, List<ObjectRef> objects) implements JournalRecord {
        public MarksLeft {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Who had written something of an object when the operation began with it, and again when it ended with it, as the server told
     * it: who writes later is another's hand, whatever the clocks say.
     *
     * @param path of the object
     */
    record LeftWith(String operation, Instant at, String path, List<FieldWriter> writers) implements JournalRecord {
        public LeftWith {
            writers = List.copyOf(writers);
        }

        @Override
        public boolean durable() {
            return false;
        }
    }

    /** From here on it is being taken back; {@code then}: the state it ends in. */
    record Restoring(String operation, Instant at, OperationState then, String words) implements JournalRecord {}

    /** The operation entered a state; ended states are its outcome. */
    record Moved(String operation, Instant at, OperationState state, String words) implements JournalRecord {}

    /** A write was refused because of what a second writer did; kept for who has to decide. */
    record Conflicted(String operation, Instant at, List<FieldConflict> fields) implements JournalRecord {
        public Conflicted {
            fields = List.copyOf(fields);
        }

        @Override
        public boolean durable() {
            return false;
        }
    }

    /**
     * A line of the log, or a note that belongs to no operation (its id is empty). Lost lines of a log change no outcome, so they wait
     * for the next flush; a note does not.
     *
     * @param action that a note is about; empty: none, or an older Podium wrote it
     * @param did what became of that action
     */
    record LogLine(
            String operation, Instant at, String text, boolean problem, Optional<AuditedAction> action, String did)
            implements JournalRecord {
        public LogLine(String operation, Instant at, String text, boolean problem) {
            this(operation, at, text, problem, Optional.empty(), "");
        }

        @Override
        public boolean durable() {
            return operation.isEmpty();
        }
    }
}
