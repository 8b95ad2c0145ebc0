// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.List;
import java.util.Optional;

/**
 * The containers of a pod as they are now.
 *
 * @param uid of the pod
 * @param over whether none of them will write any more
 * @param all in the order in which they start: init containers first
 * @param preferred the one that the pod names for logs and shells, by an annotation; empty: it names none
 */
public record PodContainers(String uid, boolean over, List<Container> all, Optional<String> preferred) {
    public PodContainers {
        all = List.copyOf(all);
    }

    /** Of a pod that names none for logs and shells. */
    public PodContainers(String uid, boolean over, List<Container> all) {
        this(uid, over, all, Optional.empty());
    }

    /** The one that kubectl would take: which the pod names, if it has that, else the first (kubectl pkg/cmd/util/podcmd). */
    public Optional<Container> byDefault() {
        return preferred
                .flatMap(this::find)
                .or(() -> all.stream().filter(it -> it.role() == Role.MAIN).findFirst());
    }

    /** What a container is for. */
    public enum Role {
        INIT,
        MAIN,
        EPHEMERAL
    }

    /**
     * One container.
     *
     * @param state in words: "running", "waiting: ImagePullBackOff", "ended with exit code 137 (OOMKilled)"
     * @param restarts how often it was started again
     * @param running whether it runs now
     * @param over whether it will not run any more, or never: a debug container that has ended, an image whose name is none
     * @param run what its runtime calls it: another name is another run; empty: it is not known
     * @param ended how the run ended whose log is read, where it restarted: "ended with exit code 1 at 10:12"; empty: it runs
     * @param endedBefore how the run before that ended; empty: it is not known
     */
    public record Container(
            String name,
            Role role,
            String state,
            int restarts,
            boolean running,
            boolean over,
            String run,
            String ended,
            String endedBefore) {
        /** One that runs or may run yet. */
        public Container(String name, Role role, String state, int restarts, boolean running) {
            this(name, role, state, restarts, running, false, "", "", "");
        }
    }

    /** The container of that name. */
    public Optional<Container> find(String name) {
        return all.stream().filter(container -> container.name().equals(name)).findFirst();
    }
}
