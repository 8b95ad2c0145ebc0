// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.nio.file.Path;
import java.time.Duration;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.testkit.Await;

/** Targets and timings for tests. */
public final class Opened {
    private Opened() {}

    /** As the console's, ten times as hasty. */
    public static MirrorTiming hasty() {
        return silentFor(Duration.ofSeconds(3));
    }

    /** The same, where a stream may be silent for another time. */
    public static MirrorTiming silentFor(Duration silence) {
        return new MirrorTiming(
                5,
                Duration.ofMillis(50),
                Duration.ofMillis(600),
                Duration.ofMillis(1200),
                silence,
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                silence.compareTo(Duration.ofSeconds(2)) > 0 ? Duration.ofSeconds(2) : Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofMillis(1200),
                Duration.ofMillis(800));
    }

    /** The connection, once what it asks is agreed to: credentials for a server that is not verified. */
    public static ClusterConnection agreed(ClusterConnection connection) {
        Await.until("something is asked", () -> connection.consentNeeded().isPresent());
        connection.agree(connection.consentNeeded().orElseThrow());
        return connection;
    }

    public static ClusterTarget target(Path kubeconfig) {
        return new ClusterTarget(new ClusterId("test"), kubeconfig, "test", false);
    }
}
