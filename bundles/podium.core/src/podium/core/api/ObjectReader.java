// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads objects as JSON. Blocks; call on a virtual thread. */
public interface ObjectReader {
    /** The object; empty when it does not exist. */
    Optional<String> read(ObjectRef ref) throws IOException;

    /** The items of a collection (an {@link ObjectRef} without a name), each as JSON; none when the server serves no such kind. */
    List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException;

    /** Whether the server serves the kind of a collection in its version. */
    boolean serves(ObjectRef collection) throws IOException;

    /**
     * Every collection of a namespace that the server serves and lists, as it tells now. One whose resource is {@code *} stands for a
     * group of which the server cannot tell what it serves. Empty: it does not tell at all.
     */
    Optional<List<ObjectRef>> served(String namespace) throws IOException;

    /**
     * The items of a collection by name, each as JSON with its name alone: for what is never read, such as Secrets.
     *
     * @throws ReadRefused when there is no other way than to read them
     */
    List<String> names(ObjectRef collection) throws IOException;

    /** What the clock of the server shows when the one here shows this, as its last answer told; where it did not, the same. */
    Instant serverTime(Instant here);
}
