// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/**
 * A server that goes back to an older state takes watches from versions that it has not reached, and tells nothing until it has:
 * it is found by its own version and read anew. Names, uids and even versions may be the same as before and mean something else.
 */
class RestoredServerTest {
    @TempDir
    private Path folder;

    private static void fill(TestServer server, String label) {
        server.node("n1");
        for (int i = 0; i < 6; i++) {
            server.pod("a", "p" + i);
        }
        for (int i = 0; i < 6; i++) {
            server.touch(ResourceTypes.POD, "a", "p" + i, label);
        }
    }

    private static void awaitEqual(TestServer server, Picture picture) {
        Await.until(
                () -> Truth.difference(picture, server.store()) + picture.connections(),
                () -> Truth.difference(picture, server.store()).isEmpty() && picture.is(ConnectionState.LIVE));
        assertEquals(List.of(), picture.wrong());
    }

    @Test
    void whatItForgotIsGoneAndWhatItHasIsShown() throws IOException {
        Picture picture = new Picture();
        try (TestServer server = new TestServer()) {
            fill(server, "before");
            for (int i = 0; i < 40; i++) {
                server.pod("b", "lost" + i);
            }
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), true, Opened.hasty(), Optional.empty(), picture)) {
                awaitEqual(server, picture);
                server.restore();
                fill(server, "after");
                awaitEqual(server, picture);
                assertTrue(picture.gone().contains("Pod/b/lost7"));
                server.touch(ResourceTypes.POD, "a", "p1", "later");
                awaitEqual(server, picture);
            }
        }
    }

    @Test
    void whatIsRememberedOfALaterTimeIsNotGoneOnFrom() throws IOException {
        try (TestServer server = new TestServer()) {
            MirrorMemory memory = new MirrorMemory(folder.resolve("known"), List.of("c"), "1");
            fill(server, "before");
            for (int i = 0; i < 40; i++) {
                server.pod("b", "lost" + i);
            }
            Picture first = new Picture();
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), true, Opened.hasty(), Optional.of(memory), first)) {
                awaitEqual(server, first);
            }
            server.restore();
            fill(server, "after");
            Picture second = new Picture();
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), true, Opened.hasty(), Optional.of(memory), second)) {
                awaitEqual(server, second);
            }
        }
    }
}
