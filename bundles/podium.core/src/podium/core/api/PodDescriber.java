// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.Optional;

/** Describes a pod as {@code kubectl describe} does. Blocks; call on a virtual thread. */
public interface PodDescriber {
    /** What is to be said of a pod as it is now; empty: there is no such pod. */
    Optional<PodDescription> describe(String namespace, String name) throws IOException;
}
