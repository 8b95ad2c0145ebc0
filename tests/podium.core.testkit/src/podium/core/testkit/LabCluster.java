// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.shell.LoginSession;

/**
 * The one cluster that a test has open. It can do what the interfaces of its subclass say; it is neither opened, closed nor
 * connected again.
 */
public class LabCluster extends NoClusters implements ClusterConnection {
    public static final ClusterId ID = new ClusterId("lab");

    @Override
    public ClusterId id() {
        return ID;
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.of(this);
    }

    @Override
    public String clusterUid() {
        return "";
    }

    @Override
    public Optional<String> consentNeeded() {
        return Optional.empty();
    }

    @Override
    public Optional<LoginSession> login() {
        return Optional.empty();
    }

    @Override
    public void agree(String question) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reconnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
