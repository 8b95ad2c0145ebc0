// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.forward.PodTunnels;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.simulator.SimulatorOptions;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceTypes;

/** Ports of pods of the simulated fleet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTunnelsTest {
    private SimulatedContainer there;
    private ClientTunnels tunnels;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        there = new SimulatedContainer(
                folder,
                SimulatorOptions.defaults().withSpeed(0),
                it -> it.at("/metadata/namespace").asText().equals("gpu-operator")
                        && it.at("/metadata/name").asText().startsWith("nvidia-dcgm-exporter"));
        tunnels = new ClientTunnels(there.transport, new LazyClient(there.transport));
    }

    @AfterAll
    void stop() {
        there.close();
    }

    private record Talk(String answer, PodTunnels.End end) {}

    private Talk talk(String pod, int port, String request) throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
                SocketChannel local = server.accept();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            client.setSoTimeout(20_000);
            Future<PodTunnels.End> carried = threads.submit(() -> {
                try (local) {
                    return tunnels.carry("gpu-operator", pod, port, local);
                }
            });
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Talk(answer(client), carried.get(60, TimeUnit.SECONDS));
        }
    }

    private static String answer(Socket client) throws IOException {
        try {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            // what was written was never read
            return "";
        }
    }

    @Test
    void whatComesThroughIsWhatTheServersProxyGivesToo() throws Exception {
        Talk talk = talk(there.name(), 9400, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String direct = there.transport
                .send(ApiRequest.get("/api/v1/namespaces/gpu-operator/pods/" + there.name() + ":9400/proxy/metrics"))
                .text();
        assertEquals(direct, talk.answer().substring(talk.answer().indexOf("\r\n\r\n") + 4));
        assertEquals(new PodTunnels.End(true, ""), talk.end());
    }

    @Test
    void aPortAtWhichNobodyListensIsTold() throws Exception {
        Talk talk = talk(there.name(), 81, "GET / HTTP/1.0\r\n\r\n");
        assertEquals("", talk.answer());
        assertTrue(talk.end().opened());
        assertTrue(talk.end().words().contains("connection refused"), talk.end()::words);
    }

    /** Who listened was killed with it, and its socket closed. */
    @Test
    void aConnectionEndsWithItsPod() throws Exception {
        String pod = there.simulator.store().list(ResourceTypes.POD, "gpu-operator").stream()
                .map(it -> it.at("/metadata/name").asText())
                .filter(name -> name.startsWith("nvidia-dcgm-exporter") && !name.equals(there.name()))
                .findFirst()
                .orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
                SocketChannel local = server.accept()) {
            client.setSoTimeout(20_000);
            Future<PodTunnels.End> carried = threads.submit(() -> {
                try (local) {
                    return tunnels.carry("gpu-operator", pod, 9400, local);
                }
            });
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(client.getInputStream().read() > 0);
            assertFalse(carried.isDone(), "it is kept");
            there.simulator.store().delete(ResourceTypes.POD, "gpu-operator", pod, DeleteOptions.now());
            answer(client);
            assertTrue(carried.get(60, TimeUnit.SECONDS).opened());
        }
    }

    @Test
    void ofAPodThatIsGoneNothingWasRead() throws Exception {
        Talk talk = talk("gone", 9400, "GET / HTTP/1.0\r\n\r\n");
        assertFalse(talk.end().opened());
        assertFalse(talk.end().words().isEmpty());
    }
}
