// SPDX-License-Identifier: Apache-2.0
package podium.operation.copy;

import java.util.Optional;
import podium.operation.texts.Texts;

/**
 * A file or folder in a container.
 *
 * @param path absolute
 */
public record ContainerPath(String namespace, String pod, String container, String path) {
    /** Why a path cannot be copied from or to; empty: it can. */
    public static Optional<String> problem(String path) {
        if (!path.startsWith("/")) {
            return Optional.of(Texts.of("ContainerPath.aPathThatBegins"));
        }
        return path.chars().anyMatch(c -> c < ' ')
                ? Optional.of(Texts.of("ContainerPath.aPathHasNo"))
                : Optional.empty();
    }

    /** Another path of the same container. */
    public ContainerPath at(String other) {
        return new ContainerPath(namespace, pod, container, other);
    }

    /** Its last step; empty: the root. */
    public String name() {
        String whole = path.replaceFirst("/+$", "");
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** The folder that it is in. */
    public String parent() {
        String whole = path.replaceFirst("/+$", "");
        String parent = whole.substring(0, Math.max(0, whole.lastIndexOf('/')));
        return parent.isEmpty() ? "/" : parent;
    }

    /** What an operator reads of it. */
    public String title() {
        return Texts.of("ContainerPath.ofPodContainer", path, namespace, pod, container);
    }
}
