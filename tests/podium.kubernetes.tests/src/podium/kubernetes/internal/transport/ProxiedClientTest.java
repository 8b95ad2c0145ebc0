// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.client.LazyClient;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.ProxyEnvironment;
import podium.kubernetes.testkit.TestServer;
import podium.simulator.internal.api.http.Certificates;
import podium.simulator.store.ResourceTypes;

/** What fabric8's client asks goes the way of the connection, by the proxy of its kubeconfig or of the environment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxiedClientTest {
    /** Only the proxies know the way to it. */
    private static final String HOST = "api.cluster.invalid:6443";

    @TempDir
    private Path folder;

    private final Certificates certificates = Certificates.create();
    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = new TestServer(options -> options, certificates);
        server.create(ResourceTypes.POD, """
            {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"team","name":"p"},
             "spec":{"nodeName":"n1","containers":[{"name":"main","image":"i"}]},
             "status":{"phase":"Running","containerStatuses":
              [{"name":"main","ready":true,"restartCount":0,"state":{"running":{}}}]}}
            """);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JdkTransport open(String cluster, Map<String, String> environment) throws Exception {
        Path file = TestServer.write(
                folder,
                "https://" + HOST,
                certificates.authorityPem(),
                "token: " + TestServer.TOKEN,
                "tls-server-name: kubernetes.default.svc\n" + cluster);
        return JdkTransport.open(
                new ProxyEnvironment(environment).through(Kubeconfig.read(file).context("test")));
    }

    private static void passes(TestProxy proxy, JdkTransport transport) throws Exception {
        try (proxy;
                transport) {
            KubernetesClient client = new LazyClient(transport).get();
            assertEquals(
                    "p",
                    client.pods()
                            .inNamespace("team")
                            .withName("p")
                            .get()
                            .getMetadata()
                            .getName());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ExecWatch command = client.pods()
                    .inNamespace("team")
                    .withName("p")
                    .inContainer("main")
                    .writingOutput(out)
                    .exec("hostname")) {
                assertEquals(0, command.exitCode().get(60, TimeUnit.SECONDS));
            }
            assertEquals("p\n", out.toString(StandardCharsets.UTF_8), "by its WebSocket");
            assertEquals(List.of(HOST), proxy.asked.stream().distinct().toList());
        }
    }

    @Test
    void throughTheProxyOfTheEnvironment() throws Exception {
        TestProxy connect = TestProxy.connect(server.port(), false);
        passes(connect, open("", Map.of("HTTPS_PROXY", "http://127.0.0.1:" + connect.port())));
        TestProxy socks = TestProxy.socks(server.port(), false);
        passes(
                socks,
                open("", Map.of("https_proxy", "socks5://127.0.0.1:" + socks.port(), "NO_PROXY", "other.invalid")));
    }

    @Test
    void throughThatOfTheKubeconfigWhateverTheEnvironmentLeavesOut() throws Exception {
        TestProxy connect = TestProxy.connect(server.port(), false);
        passes(connect, open("proxy-url: http://127.0.0.1:" + connect.port(), Map.of("NO_PROXY", "cluster.invalid")));
    }

    @Test
    void whatNoProxyNamesIsAskedWithoutOne() throws Exception {
        for (String except : List.of("cluster.invalid", "*", HOST)) {
            try (TestProxy proxy = TestProxy.socks(server.port(), false);
                    JdkTransport transport =
                            open("", Map.of("HTTPS_PROXY", "socks5://127.0.0.1:" + proxy.port(), "NO_PROXY", except))) {
                KubernetesClient client = new LazyClient(transport).get();
                assertThrows(
                        KubernetesClientException.class,
                        () -> client.pods().inNamespace("team").withName("p").get(),
                        "nobody else knows the way to it");
                assertEquals(List.of(), proxy.asked, except);
            }
        }
    }
}
