// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads objects as JSON. Blocks; call on a virtual thread. */
public interface ObjectReader {
    /** The object; empty when it does not exist. */
    Optional<String> read(ObjectRef ref) throws IOException;

    /** The items of a collection (an {@link ObjectRef} without a name), each as JSON; none when the server serves no such kind. */
    List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException;

    /** Whether the server serves the kind of a collection in its version. */
    default boolean serves(ObjectRef collection) throws IOException {
        return read(collection).isPresent();
    }
}
