// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the logs of containers. Blocks; call on a virtual thread. */
public interface PodLogReader {
    /**
     * The lines, each after the time at which it was written (RFC 3339) and a space. A log that is followed goes on until its
     * container ends; closing the stream ends it, also from another thread.
     *
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     */
    InputStream open(LogQuery query) throws IOException;

    /** The containers of a pod; empty: there is no such pod. */
    Optional<PodContainers> containers(String namespace, String pod) throws IOException;
}
