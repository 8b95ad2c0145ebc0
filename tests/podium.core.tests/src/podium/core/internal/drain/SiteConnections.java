// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.port.ClusterConnection;
import podium.core.port.ClusterTarget;
import podium.core.port.Connections;
import podium.core.port.ObjectReader;
import podium.core.port.ObjectRef;

/** One open cluster that answers reads from a map; a collection that is not in it is not served. */
final class SiteConnections implements Connections, ClusterConnection, ObjectReader {
    /** Objects as JSON, by the path of their collection. */
    final Map<String, List<String>> collections = new HashMap<>();

    final List<String> asked = new ArrayList<>();

    @Override
    public ClusterConnection open(ClusterTarget target) {
        return this;
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId wanted) {
        return wanted.equals(id()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.of(this);
    }

    @Override
    public void close(ClusterId closed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClusterId id() {
        return new ClusterId("lab");
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return type == ObjectReader.class ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public Optional<String> consentNeeded() {
        return Optional.empty();
    }

    @Override
    public void agree() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reconnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // nothing is open
    }

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
