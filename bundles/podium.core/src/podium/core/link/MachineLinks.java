// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import podium.model.fleet.Node;

/** The links of the machine the console runs on, as the node of a cluster that it is. In the realm of the fleet. */
public interface MachineLinks {
    /** True when the node has a device of this machine. */
    boolean isHere(Node node);

    /** As {@link LinkProbe#unavailable()}. Any thread. */
    Optional<String> unavailable();

    /** The last measurement of this session; empty: none yet. */
    Optional<LinkReport> last();

    /**
     * Measures, keeps what was found and puts it into the model.
     *
     * @param evenHeld true: devices that tasks hold too, after the operator has said so twice
     * @param progress called on any thread
     */
    CompletableFuture<LinkReport> measure(Node node, boolean evenHeld, Consumer<LinkProgress> progress);
}
