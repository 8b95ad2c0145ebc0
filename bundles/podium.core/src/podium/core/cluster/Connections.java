// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.core.change.ClusterId;

/** The open clusters of this process. Any thread. */
public interface Connections {
    /** Opens a cluster and adds it to the fleet; an already open one is returned as it is. */
    ClusterConnection open(ClusterTarget target);

    /** The connection of an open cluster; empty: it is not open. */
    Optional<ClusterConnection> connection(ClusterId id);

    /** What the connection of an open cluster can do besides; empty: it cannot, or the cluster is not open. */
    default <T> Optional<T> capability(ClusterId id, Class<T> type) {
        return connection(id).flatMap(connection -> connection.capability(type));
    }

    /** Those of all open clusters, in no order. */
    List<ClusterConnection> all();

    /** What an open cluster was opened as; empty: it is not open, or not known. */
    Optional<ClusterTarget> target(ClusterId id);

    /** Under which other names the same cluster is open besides: what is counted of all clusters counts it more than once. */
    default List<ClusterId> alsoOpenAs(ClusterId id) {
        String uid = connection(id).map(ClusterConnection::clusterUid).orElse("");
        return uid.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(other ->
                                !other.id().equals(id) && other.clusterUid().equals(uid))
                        .map(ClusterConnection::id)
                        .toList();
    }

    /** Why an open cluster was opened anew by itself, until the operator says that this was read; empty: it was not. */
    Optional<IdentityChange> turnover(ClusterId id);

    /** The operator read of this turnover; a later one is told again. */
    void dismiss(ClusterId id, IdentityChange read);

    /** Marks an open cluster for its operator's eyes, from now on and at each later start. */
    void mark(ClusterId id, ClusterMark mark);

    /** Hears of each cluster that was closed, on any thread; close the result to end it. */
    AutoCloseable listen(Consumer<ClusterId> closed);

    /** Closes the cluster and takes it out of the fleet. */
    void close(ClusterId id);
}
