// SPDX-License-Identifier: Apache-2.0
package podium.operation.job;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import podium.core.api.ObjectRef;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Step;

/** Compiles an act on a job into the writes that its kind and its queue need. Blocks: it reads the objects first. */
public interface JobActionCompiler {

    /**
     * @param job the top object
     * @param uid its uid; another one by now is a refusal
     */
    PlacementCompiler.Result compile(ObjectRef job, String uid, JobAction act) throws IOException;

    /**
     * What the job can be given.
     *
     * @param replicas what it has now; empty: it has no such number that could be changed
     * @param queues names of the queues it can go to, sorted; empty: it is in none and can go to none
     * @param priorities names of the priority classes that hold for it, sorted
     * @param queue the queue it is in; empty: none
     * @param priority the name of its priority class; empty: none
     */
    record Choices(OptionalInt replicas, List<String> queues, List<String> priorities, String queue, String priority) {
        public Choices {
            queues = List.copyOf(queues);
            priorities = List.copyOf(priorities);
        }
    }

    /**
     * How a job is stopped for a while, for what has to happen while none of its pods runs.
     *
     * @param stop suspends it; taken back, it runs again
     * @param start lets it run again; taken back, it runs
     */
    record Pause(Step.Write stop, Step.Write start) {}

    /**
     * Compiles a pause. Blocks.
     *
     * @param uid as in {@link #compile}
     * @throws IOException when the job cannot be read, is another one by now, or is of a kind that cannot be suspended
     */
    Pause pause(ObjectRef job, String uid) throws IOException;

    /** Pods that the act makes beside those that are wanted now; 0: none now, or no number of pods follows. Blocks. */
    int added(ObjectRef job, JobAction act) throws IOException;

    /** Reads what the job has and can be given. */
    Choices choices(ObjectRef job) throws IOException;
}
