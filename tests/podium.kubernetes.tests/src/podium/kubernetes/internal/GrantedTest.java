// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.testkit.Await;

/** What was refused is there within ten seconds of being granted, whatever kind it is, and costs little until then. */
class GrantedTest {
    private static final HttpFault FORBIDDEN = HttpFault.instead(HttpResponse.json(
            403, "{\"kind\":\"Status\",\"code\":403,\"message\":\"forbidden\"}".getBytes(StandardCharsets.UTF_8)));

    private final Picture picture = new Picture();
    private final AtomicBoolean granted = new AtomicBoolean();
    private final AtomicInteger lists = new AtomicInteger();

    /** Some kinds are refused, and the rules say so, until it is granted. */
    private HttpFault plan(HttpRequest request, boolean complete) {
        if (request.path().endsWith("/selfsubjectrulesreviews")) {
            String rule = "{\"verbs\":[\"list\"],\"apiGroups\":[\"\"],\"resources\":[\""
                    + (granted.get() ? "pods" : "nodes") + "\"]}";
            return HttpFault.instead(HttpResponse.json(
                    201,
                    ("{\"status\":{\"incomplete\":" + !complete + ",\"resourceRules\":[" + rule + "]}}")
                            .getBytes(StandardCharsets.UTF_8)));
        }
        boolean refused = !granted.get()
                && (request.path().endsWith("/pods") || request.path().endsWith("/poddisruptionbudgets"));
        if (refused) {
            lists.incrementAndGet();
        }
        return refused ? FORBIDDEN : HttpFault.NONE;
    }

    private void isThereWithinTenSeconds(boolean complete, Path folder) throws IOException {
        try (TestServer server = new TestServer()) {
            server.withoutWatchList();
            server.node("n1");
            server.pod("a", "p1");
            server.faults(request -> plan(request, complete));
            try (DirectMirror _ = new DirectMirror(
                    server.kubeconfig(folder), true, MirrorTiming.usual(), Optional.empty(), picture)) {
                Await.until(
                        () -> "" + picture.connections(),
                        () -> picture.is(ConnectionState.LIVE)
                                && picture.connection().message().contains("poddisruptionbudgets.policy"));
                Await.until(() -> "" + lists, () -> lists.get() >= 4);
                Await.pause(Duration.ofSeconds(3), () -> false);
                granted.set(true);
                Instant start = Instant.now();
                Await.until(
                        Duration.ofSeconds(14),
                        () -> "" + picture.connections(),
                        () -> picture.object("Pod/a/p1").isPresent()
                                && picture.connection().message().isEmpty());
                System.out.println("granted lists were there after "
                        + Duration.between(start, Instant.now()).toMillis() + " ms");
                assertTrue(lists.get() <= (complete ? 8 : 16), () -> "asked in vain " + lists + " times");
            }
        }
    }

    @Test
    void whereTheServerTellsAllRules(@TempDir Path folder) throws IOException {
        isThereWithinTenSeconds(true, folder);
    }

    @Test
    void whereItDoesNot(@TempDir Path folder) throws IOException {
        isThereWithinTenSeconds(false, folder);
    }
}
