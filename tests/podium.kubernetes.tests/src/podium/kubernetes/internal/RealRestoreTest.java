// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Picture;
import podium.model.fleet.ConnectionState;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** A real etcd that is put back while a console is open. */
class RealRestoreTest {
    /** Shorter than the minute after which a kind that is not served is asked for again. */
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void whatWasLostIsGoneAndWhatComesLaterIsSeen(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(),
                "KUBEBUILDER_ASSETS names no kube-apiserver; a restored one is skipped");
        Picture picture = new Picture();
        try (ControlPlane plane = ControlPlane.start()) {
            AdminHttp admin = new AdminHttp(plane.target());
            node(admin, "kept");
            plane.keep();
            Path file = folder.resolve("config");
            Files.writeString(file, plane.target().kubeconfig(plane.target().adminToken()));
            try (DirectMirror _ = new DirectMirror(file, true, MirrorTiming.usual(), Optional.empty(), picture)) {
                Await.until(LONG, () -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
                for (int i = 0; i < 200; i++) {
                    node(admin, "lost" + i);
                }
                Await.until(() -> "" + picture.objects().keySet(), () -> picture.object("Node//lost199")
                        .isPresent());
                plane.putBack();
                node(admin, "later");
                Await.until(
                        LONG,
                        () -> picture.connections() + "\n" + picture.objects().keySet(),
                        () -> picture.object("Node//later").isPresent()
                                && picture.object("Node//lost199").isEmpty()
                                && picture.is(ConnectionState.LIVE));
                assertEquals(List.of(), picture.wrong());
            }
        }
    }

    private static void node(AdminHttp admin, String name) throws Exception {
        admin.send("POST", "/api/v1/nodes", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    }
}
