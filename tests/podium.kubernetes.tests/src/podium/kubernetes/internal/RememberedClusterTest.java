// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** What is known of a cluster when it is opened again. */
class RememberedClusterTest {
    @TempDir
    private Path folder;

    private TestServer server;
    private Path kubeconfig;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.node("n1");
        for (int i = 0; i < 12; i++) {
            server.pod("a", "p" + i);
        }
        kubeconfig = server.kubeconfig(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ClusterConnection open(Picture picture) {
        return new KubernetesConnector(List.of(), Opened.hasty(), Optional.of(folder.resolve("known")))
                .open(Opened.target(kubeconfig), picture, (_, _) -> {});
    }

    private void awaitEqual(Picture picture) {
        picture.awaitState(ConnectionState.LIVE);
        Await.until(() -> Truth.difference(picture, server.store()), () -> Truth.difference(picture, server.store())
                .isEmpty());
        assertEquals(List.of(), picture.wrong());
    }

    private void seeOnce() {
        Picture first = new Picture();
        try (ClusterConnection _ = open(first)) {
            awaitEqual(first);
        }
    }

    private List<Path> files() {
        try (var files = Files.walk(folder.resolve("known"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lists(String resource) {
        return server.requests().stream()
                .filter(line -> line.contains("/" + resource + " "))
                .filter(line -> line.contains("sendInitialEvents") || !line.contains("watch"))
                .count();
    }

    @Test
    void whatHappenedMeanwhileIsReadWithoutAList() {
        seeOnce();
        server.delete(ResourceTypes.POD, "a", "p3");
        server.pod("a", "new");
        long lists = lists("pods");
        Picture again = new Picture();
        try (ClusterConnection _ = open(again)) {
            awaitEqual(again);
        }
        assertEquals(lists, lists("pods"), () -> server.requests().toString());
        assertTrue(again.gone().contains("Pod/a/p3"), "it was known, and is gone");
        assertEquals(12, again.listed().get("Pod"), "as many as there were");
    }

    @Test
    void aServerThatIsAwayLeavesTheClusterAsItWasWithItsAge() {
        seeOnce();
        server.stop();
        Picture again = new Picture();
        try (ClusterConnection _ = open(again)) {
            again.awaitState(ConnectionState.STALE);
            Await.until(() -> "pods", () -> again.object("Pod/a/p11").isPresent());
            assertTrue(again.connections().stream()
                    .noneMatch(change ->
                            change.state() == ConnectionState.LIVE || change.state() == ConnectionState.FAILED));
        }
        Picture third = new Picture();
        try (ClusterConnection _ = open(third)) {
            third.awaitState(ConnectionState.STALE);
            Await.until(() -> "still known", () -> third.object("Pod/a/p11").isPresent());
        }
    }

    /** What was read has words, such as why a job waits. */
    @Test
    void inAnotherLanguageEverythingIsReadAnew() {
        seeOnce();
        long lists = lists("pods");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("eo"));
        try {
            seeOnce();
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(lists("pods") > lists, () -> server.requests().toString());
    }

    @Test
    void anotherClusterAtTheAddressIsReadAnewAndWhatItHasNotIsGone() {
        seeOnce();
        server.faults(request -> request.path().endsWith("/kube-system")
                ? HttpFault.instead(HttpResponse.text(200, "{\"metadata\":{\"uid\":\"another\"}}"))
                : HttpFault.NONE);
        server.delete(ResourceTypes.NODE, "", "n1");
        server.node("other");
        long lists = lists("nodes");
        Picture again = new Picture();
        try (ClusterConnection _ = open(again)) {
            awaitEqual(again);
        }
        assertTrue(lists("nodes") > lists, "its versions say nothing about those of the former one");
        assertTrue(again.gone().contains("Node//n1"), () -> again.gone().toString());
    }

    @Test
    void aMemoryThatIsTornIsAsIfItWereNotThere() throws IOException {
        seeOnce();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        Picture again = new Picture();
        try (ClusterConnection _ = open(again)) {
            awaitEqual(again);
        }
        assertEquals(List.of(), again.gone());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        seeOnce();
        assertFalse(files().isEmpty());
        for (Path file : files()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void withoutAnIdentityNothingIsKept() {
        server.delete(ResourceTypes.NAMESPACE, "", "kube-system");
        Picture first = new Picture();
        try (ClusterConnection _ = open(first)) {
            first.awaitState(ConnectionState.LIVE);
        }
        assertFalse(Files.exists(folder.resolve("known")), "another cluster could not be told from this one");
    }

    @Test
    void theOldestOfItsKindsTellsTheAge() {
        seeOnce();
        Picture again = new Picture();
        try (ClusterConnection _ = open(again)) {
            awaitEqual(again);
            Change.ConnectionChanged asItWas = again.connections().stream()
                    .filter(change -> change.state() == ConnectionState.STALE)
                    .findFirst()
                    .orElseThrow();
            assertTrue(asItWas.message().contains("as Podium saw it last"), asItWas::message);
        }
    }
}
