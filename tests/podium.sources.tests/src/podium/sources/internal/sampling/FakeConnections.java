// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.core.testkit.LabCluster;
import podium.core.testkit.NoClusters;

/** Open clusters whose exporters say what they are told to. */
final class FakeConnections extends NoClusters {
    final List<ClusterConnection> open = new ArrayList<>();
    /** Which cluster the next one is that is added. */
    String uid = "";

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
        String there = uid;
        ClusterConnection connection = new LabCluster() {
            @Override
            public String clusterUid() {
                return there;
            }

            @Override
            public ClusterId id() {
                return new ClusterId(name);
            }

            @Override
            public <T> Optional<T> capability(Class<T> type) {
                return type == ExporterReader.class ? Optional.of(type.cast(reader)) : Optional.empty();
            }
        };
        open.add(connection);
        return connection;
    }

    @Override
    public List<ClusterConnection> all() {
        return List.copyOf(open);
    }

    @Override
    public void close(ClusterId id) {
        open.removeIf(connection -> connection.id().equals(id));
    }
}
