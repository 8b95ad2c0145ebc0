// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.util.Optional;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;

/** In which container of a pod a shell runs. */
final class ContainerPick {
    private ContainerPick() {}

    /**
     * The container that is meant.
     *
     * @param wanted empty: the one by default
     * @throws IOException why no shell can run there, in words
     */
    static Container of(PodContainers containers, Optional<String> wanted) throws IOException {
        Container picked = (wanted.isEmpty() ? containers.byDefault() : containers.find(wanted.get()))
                .orElseThrow(() -> new IOException(wanted.map(name -> "The pod has no container " + name + ".")
                        .orElse("The pod has no container.")));
        Optional<String> why = whyNot(picked);
        if (why.isPresent()) {
            throw new IOException("Container " + picked.name() + " " + why.get() + "."
                    + containers.all().stream()
                            .filter(Container::running)
                            .findFirst()
                            .map(other -> " Container " + other.name() + " runs: choose it above.")
                            .orElse(""));
        }
        return picked;
    }

    /** Why a container has no shell, after its name; empty: it has. */
    static Optional<String> whyNot(Container container) {
        return container.running() ? Optional.empty() : Optional.of("does not run: " + container.state());
    }

    /** What a container is called in a list. */
    static String words(Container container) {
        return container.name()
                + switch (container.role()) {
                    case INIT -> container.running() ? " (sidecar)" : " (init)";
                    case MAIN -> "";
                    case EPHEMERAL -> " (debug)";
                };
    }

    /** Whether a container that is waited for will never run. */
    static boolean isOver(Container container) {
        return container.state().startsWith("ended") && container.role() == Role.EPHEMERAL
                || container.state().equals("waiting: InvalidImageName");
    }
}
