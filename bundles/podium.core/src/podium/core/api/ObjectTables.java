// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.List;

/** What a server has, whatever kind it is of. A capability of a connection. Blocks; call on a virtual thread. */
public interface ObjectTables {
    /** What can be listed, by group and name, each in the version that the server prefers. */
    List<ServedResource> resources() throws IOException;

    /**
     * Reads a table.
     *
     * @param namespace empty: of all namespaces
     * @param fieldSelector such as {@code involvedObject.uid=...}; empty: all objects
     */
    ObjectTable table(ServedResource resource, String namespace, String fieldSelector) throws IOException;
}
