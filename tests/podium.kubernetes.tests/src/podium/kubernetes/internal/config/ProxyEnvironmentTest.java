// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.KubeconfigException;

/** What NO_PROXY means, and kubectl's own judgement of the same. */
class ProxyEnvironmentTest {
    /** A server, a NO_PROXY, and whether a proxy is gone through. */
    private record Case(String server, String except, boolean proxied) {}

    private static final List<Case> CASES = List.of(
            new Case("https://api.corp.invalid:6443", "", true),
            new Case("https://api.corp.invalid:6443", "corp.invalid", false),
            new Case("https://api.corp.invalid:6443", "other.invalid, .corp.invalid", false),
            new Case("https://corp.invalid:6443", ".corp.invalid", true),
            new Case("https://corp.invalid:6443", "corp.invalid:443", true),
            new Case("https://api.corp.invalid:6443", "CORP.invalid:6443", false),
            new Case("https://api.corp.invalid:6443", "*.corp.invalid", false),
            new Case("https://acorp.invalid:6443", "corp.invalid", true),
            new Case("https://192.0.2.7:1", "192.0.2.0/29", false),
            new Case("https://192.0.2.9:1", "192.0.2.0/29", true),
            new Case("https://192.0.2.7:1", "192.0.2.7", false),
            new Case("https://192.0.2.7:1", "192.0.2.7:2", true),
            new Case("https://192.0.2.7:1", "2.7", true),
            new Case("https://api.corp.invalid:6443", "*", false),
            new Case("https://127.0.0.1:1", "", false),
            new Case("https://localhost:1", "", false));

    @TempDir
    private Path folder;

    private static Optional<URI> proxy(Map<String, String> environment, String server) throws KubeconfigException {
        return new ProxyEnvironment(environment).proxy(URI.create(server));
    }

    @Test
    void whatNoProxyNamesIsReachedWithout() throws KubeconfigException {
        for (Case each : CASES) {
            assertEquals(
                    each.proxied,
                    proxy(Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", each.except), each.server)
                            .isPresent(),
                    each::toString);
        }
        assertEquals(
                Optional.empty(),
                proxy(Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", "fd00::/8"), "https://[fd00::1]:6443"));
    }

    @Test
    void theVariableOfTheSchemeCountsInLargeLettersBeforeSmallOnesAndNoOther() throws KubeconfigException {
        assertEquals(Optional.of(URI.create("http://p:1")), proxy(Map.of("https_proxy", "p:1"), "https://h"));
        assertEquals(
                Optional.of(URI.create("socks5://a:1")),
                proxy(Map.of("HTTPS_PROXY", "socks5://a:1", "https_proxy", "http://b:1"), "https://h"));
        assertEquals(
                Optional.of(URI.create("socks5h://a:1")), proxy(Map.of("HTTPS_PROXY", "socks5h://a:1"), "https://h"));
        assertEquals(Optional.empty(), proxy(Map.of("HTTP_PROXY", "http://p:1"), "https://h"));
        assertEquals(Optional.empty(), proxy(Map.of("ALL_PROXY", "http://p:1"), "https://h"));
        assertEquals(Optional.of(URI.create("http://p:1")), proxy(Map.of("HTTP_PROXY", "http://p:1"), "http://h"));
    }

    @Test
    void whatIsNoProxyIsRefusedByItsNameWithWhatToDo() {
        for (String wrong : List.of("ftp://p:1", "http://a b")) {
            KubeconfigException e = assertThrows(
                    KubeconfigException.class, () -> proxy(Map.of("HTTPS_PROXY", wrong), "https://h"), wrong);
            assertTrue(
                    String.valueOf(e.getMessage())
                            .startsWith("HTTPS_PROXY: this variable does not hold the address of a proxy. Give one"),
                    e.getMessage());
        }
    }

    @Test
    void kubectlGoesTheSameWay() throws Exception {
        Optional<Path> kubectl = KubectlRulesTest.kubectl();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed; its proxies are not looked at");
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> refuse(proxy, asked));
            for (Case each : CASES) {
                int before = asked.get();
                run(kubectl.orElseThrow(), proxy.getLocalPort(), each);
                assertEquals(each.proxied, asked.get() > before, each::toString);
            }
        }
    }

    private static void refuse(ServerSocket proxy, AtomicInteger asked) {
        try {
            while (true) {
                try (Socket caller = proxy.accept()) {
                    if (String.valueOf(new BufferedReader(new InputStreamReader(caller.getInputStream())).readLine())
                            .startsWith("CONNECT")) {
                        asked.incrementAndGet();
                    }
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void run(Path kubectl, int proxy, Case each) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        kubectl.toString(),
                        "--server",
                        each.server,
                        "--token=t",
                        "get",
                        "--raw",
                        "/version",
                        "--request-timeout=1s")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        Map<String, String> environment = builder.environment();
        List.of("HTTPS_PROXY", "https_proxy", "no_proxy", "ALL_PROXY", "KUBECONFIG")
                .forEach(environment::remove);
        environment.putAll(
                Map.of("HOME", folder.toString(), "HTTPS_PROXY", "http://127.0.0.1:" + proxy, "NO_PROXY", each.except));
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "kubectl does not end");
    }
}
