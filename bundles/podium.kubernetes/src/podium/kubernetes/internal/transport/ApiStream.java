// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.InputStream;
import java.util.Optional;

/** An answer whose body is still coming. One reader; {@link #close()} from any thread. */
public interface ApiStream extends AutoCloseable {
    int status();

    /** First value of a header, whatever its case. */
    Optional<String> header(String name);

    /** The bytes of the body, decompressed. Blocks until some are there. */
    InputStream body();

    /** Name of the connection it comes on, where that is shared with other requests (HTTP/2); empty: it has one of its own. */
    default Optional<String> sharedConnection() {
        return Optional.empty();
    }

    /** Ends the answer and frees its connection; a blocked reader gets an {@link java.io.IOException}. */
    @Override
    void close();
}
