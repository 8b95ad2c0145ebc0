// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.util.Optional;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.ui.texts.Texts;

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
                .orElseThrow(() -> new IOException(wanted.map(name -> Texts.of("ContainerPick.thePodHasNo", name))
                        .orElse(Texts.of("ContainerPick.thePodHasNoContainer"))));
        Optional<String> why = whyNot(picked);
        if (why.isPresent()) {
            String sentence = Texts.of("ContainerPick.container", picked.name(), why.get());
            throw new IOException(containers.all().stream()
                    .filter(Container::running)
                    .findFirst()
                    .map(other -> sentence + " " + Texts.of("ContainerPick.containerRunsChooseIt", other.name()))
                    .orElse(sentence));
        }
        return picked;
    }

    /** Why a container has no shell, after its name; empty: it has. */
    static Optional<String> whyNot(Container container) {
        return container.running()
                ? Optional.empty()
                : Optional.of(Texts.of("ContainerPick.doesNotRun", container.state()));
    }

    /** What a container is called in a list. */
    static String words(Container container) {
        String name = container.name();
        return switch (container.role()) {
            case INIT ->
                container.running() ? Texts.of("ContainerPick.sidecar", name) : Texts.of("ContainerPick.init", name);
            case MAIN -> name;
            case EPHEMERAL -> Texts.of("ContainerPick.debug", name);
        };
    }
}
