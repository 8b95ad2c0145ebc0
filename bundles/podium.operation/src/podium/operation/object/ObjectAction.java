// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator asks of one object, whatever kind it is of. */
public sealed interface ObjectAction {

    /**
     * Make it as it was written.
     *
     * @param before the object as it was read when the operator began to write, JSON
     * @param after what became of it, YAML
     */
    record Edit(String before, String after) implements ObjectAction {}

    /**
     * Delete it.
     *
     * @param grace how long a pod may take to end; empty: as long as it says itself
     */
    record Delete(Optional<Duration> grace) implements ObjectAction {}

    /** Evict a pod: its disruption budgets are asked. */
    record Evict() implements ObjectAction {}

    /** Replace all its pods by new ones, as {@code kubectl rollout restart} does. */
    record Restart() implements ObjectAction {}

    /**
     * Go back to the template of an earlier revision, as {@code kubectl rollout undo} does.
     *
     * @param revision number of the revision, from 1
     */
    record RollBack(long revision) implements ObjectAction {}

    /**
     * Another number of replicas.
     *
     * @param replicas how many it is to have, at least 0
     */
    record Scale(int replicas) implements ObjectAction {
        public Scale {
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas: " + replicas);
            }
        }
    }

    /**
     * So many replicas more than it has when the plan is made.
     *
     * @param more below 0: fewer
     */
    record ScaleBy(int more) implements ObjectAction {}

    /** Labels as {@code kubectl label} takes them: {@code key=value}, and {@code key-} to take one off. */
    record Label(List<String> changes) implements ObjectAction {
        public Label {
            changes = List.copyOf(changes);
        }
    }

    /** Taints as {@code kubectl taint} takes them: {@code key=value:Effect}, and {@code key:Effect-} to take one off. */
    record Taint(List<String> changes) implements ObjectAction {
        public Taint {
            changes = List.copyOf(changes);
        }
    }

    /** Run a CronJob now. */
    record Trigger() implements ObjectAction {}

    /**
     * Put a debug container into a pod, as {@code kubectl debug} does.
     *
     * @param name of the container, new in the pod
     * @param image that it runs
     * @param target the container whose processes it sees; empty: none
     */
    record Debug(String name, String image, String target) implements ObjectAction {}

    /**
     * Run a pod on a node for a shell there, as {@code kubectl debug node/NAME --profile=sysadmin} does.
     *
     * @param namespace of the pod
     * @param pod its name, new in the namespace
     * @param image that it runs
     * @param owner who answers for it, as the value of its label: by it what was left behind is found again
     */
    record NodeShell(String namespace, String pod, String image, String owner) implements ObjectAction {
        /** The container of the pod. */
        public static final String CONTAINER = "debugger";

        /** Label of each such pod. */
        public static final String LABEL = "podium.operations/node-shell";
    }
}
