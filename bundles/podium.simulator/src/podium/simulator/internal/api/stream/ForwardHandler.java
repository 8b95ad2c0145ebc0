// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;

/**
 * Answers {@code /portforward} of a pod in the three ways there are: SPDY within a WebSocket, as kubectl asks since 1.31 (KEP-4006,
 * client-go tools/portforward/tunneling_dialer.go); SPDY alone, to which it falls back; and a WebSocket with two channels for each
 * port, as a kubelet has it of old (pkg/kubelet/portforward/websocket.go) and client libraries use it.
 */
public final class ForwardHandler {
    private static final String PROTOCOL = "portforward.k8s.io";
    private static final String TUNNEL = "SPDY/3.1+" + PROTOCOL;
    private static final String CHANNELS = "v4.channel.k8s.io";
    private static final int HIGHEST_PORT = 65_535;

    private final ObjectStore store;
    private final PodProxy proxy;

    /**
     * @param store which pods there are
     * @param proxy what pods answer
     */
    public ForwardHandler(ObjectStore store, PodProxy proxy) {
        this.store = store;
        this.proxy = proxy;
    }

    /** The answer for one pod. */
    public HttpResponse answer(ObjectNode pod, HttpRequest request) {
        if (Json.text(pod, "spec", "nodeName").isEmpty()) {
            throw ApiException.badRequest("pod " + Json.name(pod) + " does not have a host assigned");
        }
        if (!Json.text(pod, "status", "phase").equals("Running")) {
            throw ApiException.of(
                    500,
                    "InternalError",
                    "unable to forward port because pod is not running. Current status="
                            + Json.text(pod, "status", "phase"));
        }
        if (request.header("upgrade").equalsIgnoreCase("SPDY/3.1")) {
            return new HttpResponse(
                    101,
                    "",
                    Map.of("Upgrade", "SPDY/3.1", "X-Stream-Protocol-Version", PROTOCOL),
                    new HttpResponse.Upgrade((in, out) -> spdy(pod, in, out)));
        }
        List<Integer> ports = ports(request);
        Optional<HttpResponse> tunnel = ChannelSocket.accept(request, List.of(TUNNEL), (in, out) -> {
            ChannelSocket socket = new ChannelSocket(in, out);
            WebSocketBytes bytes = new WebSocketBytes(socket);
            spdy(pod, bytes, bytes.out());
            socket.close();
        });
        return tunnel.or(() -> ChannelSocket.accept(
                        request, List.of(CHANNELS), (in, out) -> channels(pod, ports, new ChannelSocket(in, out))))
                .orElseThrow(() -> ApiException.badRequest("Upgrade request required"));
    }

    private static List<Integer> ports(HttpRequest request) {
        return request.query().values().getOrDefault("ports", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(ForwardHandler::port)
                .toList();
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw ApiException.badRequest("port must be a number between 1 and 65535: " + text);
        }
        return port;
    }

    private void spdy(ObjectNode pod, InputStream in, OutputStream out) throws IOException {
        // the session outlives its pod: each new stream in it is refused
        try (PodLife life = new PodLife(store, pod);
                SpdyForward forward = new SpdyForward(port -> new ForwardedPort(pod, port, proxy, life))) {
            new SpdySession(in, out, forward).run();
        }
    }

    private void channels(ObjectNode pod, List<Integer> ports, ChannelSocket socket) throws IOException {
        try (PodLife life = new PodLife(store, pod)) {
            List<ForwardedPort> forwarded = ports.stream()
                    .map(port -> new ForwardedPort(pod, port, proxy, life))
                    .toList();
            new ChannelForward(socket, forwarded).run();
        }
    }
}
