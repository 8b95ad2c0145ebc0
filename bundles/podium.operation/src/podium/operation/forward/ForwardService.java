// SPDX-License-Identifier: Apache-2.0
package podium.operation.forward;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;

/**
 * Forwards ports to this machine, to its loopback address only. What goes through is not looked at and may change anything, so it
 * takes what a shell takes: a cluster that may be changed, and a line in the journal. It ends when the cluster is locked or closed.
 */
public interface ForwardService {
    /** Why nothing may be forwarded from a cluster now, in words; empty: it may. Any thread; does not block. */
    Optional<String> whyNot(ClusterId cluster);

    /** The ports that a pod or a service says it has. Blocks. */
    List<Integer> ports(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name) throws IOException;

    /**
     * Starts to forward. Blocks.
     *
     * @param localPort 0: any that is free
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     * @throws IOException when there is nothing to forward to, the local port is taken, or it cannot be put into the journal
     */
    PortForward start(ClusterId cluster, ForwardTarget target, int localPort) throws IOException;

    /** Ends those of a cluster, which stay on the list with the reason. Blocks. */
    void end(ClusterId cluster, String why);

    /** Those that go on, and those that ended by themselves until they are stopped. Any thread. */
    List<PortForward> all();

    /** Hears of each change, on any thread; close the result to end it. */
    AutoCloseable listen(Runnable listener);
}
