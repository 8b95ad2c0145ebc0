// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;

/** One step of a plan. Steps run in order; each is in the journal before it is sent. */
public sealed interface Step {
    /** In words, for the operator. */
    String words();

    /** What it writes, each of which can be taken back by itself; empty: it waits, or evicts. */
    default List<Write> writes() {
        return List.of();
    }

    /** How many writes or pods its progress is counted in. */
    default int parts() {
        return switch (this) {
            case Barrier barrier -> barrier.writes().size();
            case EvictAll evict -> evict.victims().size();
            case Write _, Await _ -> 1;
        };
    }

    /** All that steps write, in their order. */
    static Stream<ApiWrite> writes(List<Step> steps) {
        return steps.stream().flatMap(step -> step.writes().stream()).map(Write::write);
    }

    /**
     * One write.
     *
     * @param undo the write that takes it back; empty: nothing does
     * @param planned of a deletion, the object as it was read when this was planned, JSON; empty: any state of it may go
     * @param contents of the deletion of a namespace, what may go with it; empty: it is no such deletion
     * @param ends uids of the pods that ran when this was planned and that it was said to end; empty: nothing was said
     * @param only uids of the pods for whose sake it is sent: not when none of them is there any more; empty: it is sent anyway
     */
    record Write(
            ApiWrite write,
            Optional<ApiWrite> undo,
            Optional<String> planned,
            Optional<Contents> contents,
            Optional<Set<String>> ends,
            Optional<Set<String>> only)
            implements Step {
        public Write(ApiWrite write, Optional<ApiWrite> undo) {
            this(write, undo, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same step with another form of its write. */
        public Write with(ApiWrite other) {
            return new Write(other, undo, planned, contents, ends, only);
        }

        /** What takes it back, and is taken back by it; empty: nothing takes it back. */
        public Optional<Write> inverse() {
            return undo.map(back -> new Write(back, Optional.of(write)));
        }

        /** The same step, sent only while the namespace that it deletes holds nothing else. */
        public Write holding(Contents agreed) {
            return new Write(write, undo, planned, Optional.of(agreed), ends, only);
        }

        /** The same step, sent only while it ends no more running pods than these. */
        public Write ending(Set<String> agreed) {
            return new Write(write, undo, planned, contents, Optional.of(Set.copyOf(agreed)), only);
        }

        /** The same step, left out when none of these pods is there any more. */
        public Write onlyFor(Set<String> pods) {
            return new Write(write, undo, planned, contents, ends, Optional.of(Set.copyOf(pods)));
        }

        @Override
        public String words() {
            return write.words();
        }

        @Override
        public List<Write> writes() {
            return List.of(this);
        }
    }

    /**
     * What may go with a namespace. It is looked at again directly before the deletion is sent.
     *
     * @param uids of what was made here, and of what of others the operator agreed to lose
     * @param unread kinds that could not be looked at when that was agreed
     */
    record Contents(Set<String> uids, Set<String> unread) {
        public Contents {
            uids = Set.copyOf(uids);
            unread = Set.copyOf(unread);
        }
    }

    /** Writes sent together with bounded concurrency; on the first refusal the rest is not sent and {@code undo} runs. */
    record Barrier(List<Write> writes, String words) implements Step {}

    /**
     * Waits until an object is as expected.
     *
     * @param target the object, or that whose pods are counted
     * @param expectation what is waited for
     * @param atMost how long; after it the step fails
     * @param words what it waits for, for the operator
     */
    record Await(ObjectRef target, Expectation expectation, Duration atMost, String words) implements Step {}

    /**
     * Evicts pods, each in parallel, retrying while budgets refuse, until each uid is gone.
     *
     * @param victims at least one
     * @param atMost how long, for all of them together
     * @param words what it does, for the operator
     */
    record EvictAll(List<Victim> victims, Duration atMost, String words) implements Step {}

    /**
     * A pod to evict, by uid.
     *
     * @param pod which one
     * @param uid a pod of that name with another uid is not touched
     * @param grace time it is given to end, at least 0; empty: its own
     * @param lost true: it has no controller, so nothing makes it anew
     * @param ended true: it has finished, and is only removed
     */
    record Victim(ObjectRef pod, String uid, Optional<Duration> grace, boolean lost, boolean ended) {
        /** One that has not finished. */
        public Victim(ObjectRef pod, String uid, Optional<Duration> grace, boolean lost) {
            this(pod, uid, grace, lost, false);
        }

        /** One that its controller makes anew. */
        public Victim(ObjectRef pod, String uid, Optional<Duration> grace) {
            this(pod, uid, grace, false);
        }
    }
}
