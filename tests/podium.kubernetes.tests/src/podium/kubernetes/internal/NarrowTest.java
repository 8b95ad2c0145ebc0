// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpResponse;
import podium.testkit.Await;

/** Who may list pods in one namespace only sees those of the context's namespace, and is told so. */
class NarrowTest {
    private static final HttpFault FORBIDDEN = HttpFault.instead(HttpResponse.json(
            403, "{\"kind\":\"Status\",\"code\":403,\"message\":\"forbidden\"}".getBytes(StandardCharsets.UTF_8)));

    @Test
    void aKindRefusedForTheClusterIsReadInTheContextsNamespace(@TempDir Path folder) throws IOException {
        try (TestServer server = new TestServer()) {
            server.node("n1");
            server.pod("mine", "p1");
            server.pod("theirs", "p2");
            server.faults(request -> request.path().equals("/api/v1/pods") ? FORBIDDEN : HttpFault.NONE);
            Path file = server.kubeconfig(folder);
            Files.writeString(
                    file,
                    Files.readString(file).replace("{cluster: c, user: u}", "{cluster: c, user: u, namespace: mine}"));
            Picture picture = new Picture();
            try (ClusterConnection _ = new KubernetesConnector(List.of(), Opened.hasty())
                    .open(Opened.target(file), picture, (_, _) -> {})) {
                Await.until(
                        () -> "" + picture.connections(),
                        () -> picture.is(ConnectionState.LIVE)
                                && picture.connection()
                                        .message()
                                        .contains("Of pods, only those of namespace mine are read."));
                Await.until(() -> "" + picture.objects().keySet(), () -> count(picture, "p1") == 1);
                assertEquals(0, count(picture, "p2"));
                assertEquals(List.of(), picture.wrong());
            }
        }
    }

    private static long count(Picture picture, String pod) {
        return picture.objects().keySet().stream()
                .filter(key -> key.endsWith("/" + pod))
                .count();
    }
}
