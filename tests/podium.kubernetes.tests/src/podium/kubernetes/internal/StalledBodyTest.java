// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.testkit.Await;

/** No body that stops coming holds up its reader for longer than a stream may be silent, whatever unpacks it on the way. */
class StalledBodyTest {
    private static final MirrorTiming HASTIER = Opened.silentFor(Duration.ofMillis(1200));

    @TempDir
    private Path folder;

    private final Picture picture = new Picture();

    private static Stream<Arguments> places() {
        return Stream.of(true, false).flatMap(packed -> Stream.of("/pods", "/apis")
                .flatMap(path -> Stream.of(0, 150).map(bytes -> Arguments.of(packed, path, bytes))));
    }

    /** The first answer of that path stops there. */
    @ParameterizedTest(name = "packed {0}, {1} after {2} bytes of its body")
    @MethodSource("places")
    void aListThatStallsIsAskedForAgain(boolean packed, String path, int bytes) throws IOException {
        try (TestServer server = new TestServer(options -> options.withPackingFrom(packed ? 1 : Integer.MAX_VALUE))) {
            server.withoutWatchList();
            server.node("n1");
            server.pod("a", "p1");
            AtomicInteger stalls = new AtomicInteger(1);
            server.faults(request ->
                    request.path().endsWith(path) && !request.query().has("watch") && stalls.getAndDecrement() > 0
                            ? HttpFault.stalledBody(bytes, Duration.ofMinutes(5))
                            : HttpFault.NONE);
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), true, HASTIER, Optional.empty(), picture)) {
                Await.until(
                        () -> picture.connections() + " " + server.requests(), () -> picture.is(ConnectionState.LIVE));
                Await.until(
                        () -> Truth.difference(picture, server.store()),
                        () -> Truth.difference(picture, server.store()).isEmpty());
                assertTrue(stalls.get() < 0, "it did stall");
                assertEquals(List.of(), picture.wrong());
            }
        }
    }

    @Test
    void aClusterWhoseListsAlwaysStallSaysSo() throws IOException {
        try (TestServer server = new TestServer(options -> options.withPackingFrom(1))) {
            server.withoutWatchList();
            server.node("n1");
            server.faults(request -> request.path().endsWith("/nodes")
                    ? HttpFault.stalledBody(0, Duration.ofMinutes(5))
                    : HttpFault.NONE);
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), true, HASTIER, Optional.empty(), picture)) {
                Await.until(() -> "" + picture.connections(), () -> picture.connections().stream()
                        .anyMatch(it ->
                                it.message().contains("The list of nodes broke off in the middle of the answer.")));
            }
        }
    }
}
