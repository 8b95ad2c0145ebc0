// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;

/** One step of a plan. Steps run in order; each is in the journal before it is sent. */
public sealed interface Step {
    /** In words, for the operator. */
    String words();

    /**
     * One write.
     *
     * @param undo the write that takes it back; empty: nothing does
     * @param planned of a deletion, the object as it was read when this was planned, JSON; empty: any state of it may go
     */
    record Write(ApiWrite write, Optional<ApiWrite> undo, Optional<String> planned) implements Step {
        public Write(ApiWrite write, Optional<ApiWrite> undo) {
            this(write, undo, Optional.empty());
        }

        /** The same step with another form of its write. */
        public Write with(ApiWrite other) {
            return new Write(other, undo, planned);
        }

        @Override
        public String words() {
            return write.words();
        }
    }

    /** Writes sent together with bounded concurrency; on the first refusal the rest is not sent and {@code undo} runs. */
    record Barrier(List<Write> writes, String words) implements Step {}

    /** Waits until an object is as expected. */
    record Await(ObjectRef target, Expectation expectation, Duration atMost, String words) implements Step {}

    /** Evicts pods, each in parallel, retrying while budgets refuse, until each uid is gone. */
    record EvictAll(List<Victim> victims, Duration atMost, String words) implements Step {}

    /** A pod to evict, by uid. */
    record Victim(ObjectRef pod, String uid, Optional<Duration> grace) {}
}
