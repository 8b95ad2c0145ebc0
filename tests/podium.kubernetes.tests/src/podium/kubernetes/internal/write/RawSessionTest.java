// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.SessionIdentity;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.testkit.StubTransport;
import podium.kubernetes.testkit.TestServer;

class RawSessionTest {
    @TempDir
    private Path folder;

    private KubeconfigContext context(TestServer server) throws Exception {
        return Kubeconfig.read(server.kubeconfig(folder)).context("test");
    }

    private static SessionIdentity read(KubeconfigContext context) throws IOException {
        try (JdkTransport transport = JdkTransport.open(context)) {
            return new RawSession(transport).read();
        }
    }

    @Test
    void theServerSaysWhoOneIsAndWhichClusterItIs() throws Exception {
        try (TestServer server = new TestServer();
                TestServer other = new TestServer()) {
            SessionIdentity here = read(context(server));
            assertEquals("admin", here.user());
            assertEquals(List.of("system:masters", "system:authenticated"), here.groups());
            assertEquals(false, here.impersonated());
            assertEquals(server.api().url().toString(), here.server());
            assertNotEquals(here.clusterUid(), read(context(other)).clusterUid());
        }
    }

    @Test
    void whoActsAsSomebodyIsThatOne() throws Exception {
        try (TestServer server = new TestServer()) {
            SessionIdentity bob = read(context(server).as(new Impersonation("bob", "", List.of("ops"), Map.of())));
            assertEquals("bob", bob.user());
            assertEquals(List.of("ops", "system:authenticated"), bob.groups());
            assertEquals(true, bob.impersonated());
            assertEquals("", bob.clusterUid(), "bob may not read namespaces");
        }
    }

    private static ApiResponse answer(String path, int review, int namespace) {
        return path.contains("selfsubjectreviews")
                ? StubTransport.answer(review, "{\"status\":{\"userInfo\":{\"username\":\"eve\",\"groups\":[\"g\"]}}}")
                : StubTransport.answer(namespace, "{\"metadata\":{\"uid\":\"u-1\"}}");
    }

    @Test
    void anOlderServerIsAskedTheOlderWay() throws IOException {
        StubTransport transport = new StubTransport(path -> answer(path, path.contains("/v1/") ? 404 : 201, 200));
        assertEquals(
                new SessionIdentity("https://127.0.0.1", "u-1", "eve", List.of("g"), false),
                new RawSession(transport).read());
    }

    @Test
    void whatTheServerDoesNotHaveOrTellIsEmpty() throws IOException {
        for (int status : List.of(403, 404)) {
            StubTransport transport = new StubTransport(path -> answer(path, status, status));
            assertEquals(
                    new SessionIdentity("https://127.0.0.1", "", "", List.of(), false),
                    new RawSession(transport).read());
        }
    }

    @Test
    void anAnswerThatLeavesItOpenIsNone() {
        for (int status : List.of(401, 429, 500, 503)) {
            assertThrows(IOException.class, () -> new RawSession(new StubTransport(path -> answer(path, status, 200)))
                    .read());
            assertThrows(IOException.class, () -> new RawSession(new StubTransport(path -> answer(path, 201, status)))
                    .read());
        }
    }
}
