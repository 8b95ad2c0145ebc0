// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.CountingTransport;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.Relay;
import podium.model.fleet.ConnectionState;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** A console and a real API server, behind a relay that counts and freezes connections. With the console's own patience. */
class RealMirrorTest {
    private static final Duration PROMISE = Duration.ofSeconds(10 + 3);

    private static ControlPlane plane;
    private static AdminHttp admin;

    @TempDir
    private Path folder;

    private final Picture picture = new Picture();
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(),
                "KUBEBUILDER_ASSETS names no kube-apiserver; the mirror of a real one is skipped");
        plane = ControlPlane.start();
        admin = new AdminHttp(plane.target());
        for (int i = 0; i < 3; i++) {
            node("n" + i);
        }
    }

    @AfterAll
    static void stop() {
        if (plane != null) {
            plane.close();
        }
    }

    private static void node(String name) throws IOException {
        admin.send("POST", "/api/v1/nodes", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    }

    private DirectMirror open(Relay relay, String token) throws IOException {
        ApiTarget target = plane.target();
        String own = target.url().getHost() + ":" + target.url().getPort();
        Path file = folder.resolve("config-" + System.nanoTime());
        Files.writeString(
                file, target.kubeconfig(token).replace(own, target.url().getHost() + ":" + relay.port()));
        return new DirectMirror(
                file,
                true,
                MirrorTiming.usual(),
                Optional.empty(),
                picture,
                way -> new CountingTransport(way, requests));
    }

    private void awaitLive() {
        Await.until(() -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
    }

    @Test
    void atRestItHasOneConnectionAndAsksLessThanOnceASecond() throws IOException {
        try (Relay relay = new Relay(plane.target().url().getPort());
                DirectMirror _ = open(relay, plane.target().adminToken())) {
            awaitLive();
            Await.pause(Duration.ofSeconds(8), () -> false); // the first watches are as short as all were
            int told = picture.connections().size();
            int before = requests.get();
            Instant start = Instant.now();
            Await.pause(Duration.ofSeconds(20), () -> false);
            double rate = (requests.get() - before)
                    / (Duration.between(start, Instant.now()).toMillis() / 1000.0);
            System.out.printf(
                    "P15: %.2f requests a second at rest on %d connections to a kube-apiserver, %d kinds%n",
                    rate, relay.connections(), picture.listed().size());
            assertTrue(rate <= 1, () -> rate + " requests a second");
            assertEquals(1, relay.connections());
            assertEquals(told, picture.connections().size(), () -> "no flicker: " + picture.connections());
        }
    }

    @Test
    void aConnectionThatAFirewallForgotIsMarkedAndReplaced() throws IOException {
        try (Relay relay = new Relay(plane.target().url().getPort());
                DirectMirror _ = open(relay, plane.target().adminToken())) {
            awaitLive();
            relay.freezeAll();
            Instant frozen = Instant.now();
            node("unseen");
            Await.until(PROMISE, () -> "" + picture.connections(), () -> picture.connections().stream()
                    .anyMatch(it -> it.state() == ConnectionState.STALE));
            Change.ConnectionChanged stale = picture.connections().stream()
                    .filter(it -> it.state() == ConnectionState.STALE)
                    .findFirst()
                    .orElseThrow();
            assertTrue(stale.since().isBefore(frozen.plusSeconds(1)), stale::toString);
            Await.until(PROMISE, () -> "" + picture.objects().keySet(), () -> picture.object("Node//unseen")
                    .isPresent());
            awaitLive();
        }
    }

    @Test
    void whatIsGrantedIsThereWithinTenSeconds() throws IOException {
        try (Relay relay = new Relay(plane.target().url().getPort());
                DirectMirror _ = open(relay, plane.target().viewerToken())) {
            Await.until(() -> "" + picture.connections(), () -> picture.is(ConnectionState.REFUSED));
            Await.pause(Duration.ofSeconds(5), () -> false);
            admin.send(
                    "POST",
                    "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                    "{\"metadata\":{\"name\":\"see\"},\"rules\":[{\"apiGroups\":[\"*\"],\"resources\":[\"*\"],\"verbs\":[\"get\",\"list\",\"watch\"]}]}");
            admin.send(
                    "POST",
                    "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
                    "{\"metadata\":{\"name\":\"see\"},\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"name\":\"see\"},\"subjects\":[{\"kind\":\"Group\",\"apiGroup\":\"rbac.authorization.k8s.io\",\"name\":\"gpu-viewers\"}]}");
            Instant granted = Instant.now();
            Await.until(
                    PROMISE,
                    () -> "" + picture.connections(),
                    () -> picture.is(ConnectionState.LIVE)
                            && picture.connection().message().isEmpty());
            System.out.println("granted by a kube-apiserver, there after "
                    + Duration.between(granted, Instant.now()).toMillis() + " ms");
        }
    }
}
