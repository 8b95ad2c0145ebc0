// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.internal.testing.LabCluster;
import podium.core.port.ObjectReader;
import podium.core.port.ObjectRef;

/** One open cluster that answers reads from a map; a collection that is not in it is not served. */
final class SiteConnections extends LabCluster implements ObjectReader {
    /** Objects as JSON, by the path of their collection. */
    final Map<String, List<String>> collections = new HashMap<>();

    final List<String> asked = new ArrayList<>();

    @Override
    public Optional<String> read(ObjectRef ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        asked.add(collection.path());
        List<String> found = collections.get(collection.path());
        if (found == null) {
            throw new IOException("the server answered 403 for " + collection.path());
        }
        return found;
    }

    @Override
    public boolean serves(ObjectRef collection) {
        asked.add("? " + collection.apiVersion());
        return collections.keySet().stream()
                .anyMatch(path -> path.startsWith("/apis/" + collection.apiVersion() + "/"));
    }
}
