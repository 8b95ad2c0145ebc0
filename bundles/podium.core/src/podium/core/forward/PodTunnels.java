// SPDX-License-Identifier: Apache-2.0
package podium.core.forward;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Carries bytes to ports of pods. A capability of a connection; whoever uses it has asked the locks and told the journal. */
@FunctionalInterface
public interface PodTunnels {
    /**
     * How a connection ended.
     *
     * @param opened false: the pod was not reached, and of what the client has written nothing was read
     * @param words what went wrong; empty: one side had had enough
     */
    record End(boolean opened, String words) {}

    /**
     * Carries a local connection to a port of a pod until one side ends it. Blocks; call on a virtual thread.
     *
     * @param local closed when it returns; closing it ends the call
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     */
    End carry(String namespace, String pod, int port, SocketChannel local) throws IOException;
}
