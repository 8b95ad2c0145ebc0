// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.Optional;

/** Asks the server what the operator may do. Blocks; call on a virtual thread. */
public interface AccessReviewer {
    boolean allowed(Permission permission) throws IOException;

    /**
     * All rights in a namespace as a text, which is another one when a right was granted or withdrawn; rights that hold everywhere are
     * part of it in every namespace.
     *
     * @param namespace empty: those that hold everywhere are meant
     * @return empty: the server cannot tell all of them
     */
    Optional<String> rules(String namespace) throws IOException;
}
