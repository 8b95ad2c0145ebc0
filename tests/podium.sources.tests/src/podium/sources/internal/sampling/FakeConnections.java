// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.IdentityChange;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.core.shell.LoginSession;

/** Open clusters whose exporters say what they are told to. */
final class FakeConnections implements Connections {
    final List<ClusterConnection> open = new ArrayList<>();

    /** What a cluster's API server answers for a path; a path nobody set fails. */
    interface Answers {
        byte[] get(String path) throws IOException;
    }

    ClusterConnection add(String name, List<ExporterEndpoint> exporters, Answers answers) {
        ExporterReader reader = new ExporterReader() {
            @Override
            public List<ExporterEndpoint> discover(RunningPods pods) {
                return List.copyOf(exporters);
            }

            @Override
            public byte[] read(ExporterEndpoint exporter) throws IOException {
                return answers.get(exporter.path());
            }
        };
        ClusterConnection connection = new ClusterConnection() {
            @Override
            public ClusterId id() {
                return new ClusterId(name);
            }

            @Override
            public <T> Optional<T> capability(Class<T> type) {
                return type == ExporterReader.class ? Optional.of(type.cast(reader)) : Optional.empty();
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
            public void agree(String question) {}

            @Override
            public void reconnect() {}

            @Override
            public void close() {}

            @Override
            public String clusterUid() {
                return "";
            }
        };
        open.add(connection);
        return connection;
    }

    @Override
    public ClusterConnection open(ClusterTarget target) {
        throw new UnsupportedOperationException("opened with add");
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return open.stream().filter(connection -> connection.id().equals(id)).findFirst();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.copyOf(open);
    }

    @Override
    public void close(ClusterId id) {
        open.removeIf(connection -> connection.id().equals(id));
    }

    @Override
    public void mark(ClusterId id, ClusterMark mark) {}

    @Override
    public void dismiss(ClusterId id, IdentityChange read) {}

    @Override
    public AutoCloseable listen(Consumer<ClusterId> closed) {
        return () -> {};
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.empty();
    }

    @Override
    public Optional<IdentityChange> turnover(ClusterId id) {
        return Optional.empty();
    }
}
