// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

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

    /**
     * What an object is part of and what is part of it, by their owner references: its owners first, the outermost at the top, then it,
     * then what it owns, each below its owner. What lies in namespaces is looked for in its own.
     */
    List<Relative> family(ServedResource resource, String namespace, String name) throws IOException;

    /**
     * What pods or nodes use now, where the server serves metrics.k8s.io.
     *
     * @return by namespace, slash and name, the two cells of {@code kubectl top}: CPU such as 250m, memory such as 512Mi
     */
    Map<String, List<String>> usage(ServedResource resource, String namespace) throws IOException;

    /**
     * An object of a family.
     *
     * @param depth 0 for the outermost owner
     * @param there false: an owner that is named and does not exist, or may not be read
     */
    record Relative(ServedResource resource, String namespace, String name, String uid, int depth, boolean there) {}
}
