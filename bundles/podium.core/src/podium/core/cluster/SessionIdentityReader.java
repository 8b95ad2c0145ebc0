// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.io.IOException;
import java.util.Optional;

/** Asks a cluster which one it is and whom it takes this connection for. A capability of {@link ClusterConnection}. */
public interface SessionIdentityReader {
    /**
     * Asks the server, each time anew. Blocks; any thread but the user interface's.
     *
     * @throws IOException when the server does not answer, or does not let itself be asked in a way that leaves open who it is
     */
    SessionIdentity read() throws IOException;

    /** What the server said last, without asking; empty: it has not said, or nothing is kept of it. Any thread. */
    default Optional<SessionIdentity> known() {
        return Optional.empty();
    }
}
