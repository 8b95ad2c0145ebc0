// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An API server on loopback that knows nodes and pods, allows all and changes nothing but on command: pods at a pace, and a
 * node's cordon. It counts what it is asked and what it sends.
 */
final class FleetServer implements AutoCloseable {
    private static final int PAGE = 500;
    private static final String ALLOWED =
            "{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\",\"status\":{\"allowed\":true}}";
    private static final String MISSING =
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":404,\"reason\":\"NotFound\"}";

    private final HttpServer server;
    private final NodeLog nodes;
    private final PodLog pods;
    private final Requests requests = new Requests();

    FleetServer(int nodes, int pods) throws IOException {
        this.nodes = new NodeLog(nodes);
        this.pods = new PodLog(pods, nodes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    NodeLog nodes() {
        return nodes;
    }

    PodLog pods() {
        return pods;
    }

    Requests requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getQuery());
            exchange.getRequestBody().readAllBytes();
            Log all = path.equals("/api/v1/nodes") ? nodes : path.equals("/api/v1/pods") ? pods : null;
            Log log = query.containsKey("labelSelector") || query.containsKey("fieldSelector") ? null : all;
            boolean watch = log != null && query.containsKey("watch");
            boolean listed = watch && "true".equals(query.get("sendInitialEvents"));
            requests.asked(exchange.getRequestMethod(), path, watch && !listed, query.containsKey("continue"));
            if (watch) {
                watch(exchange, log, query);
            } else if (log != null) {
                list(exchange, log, query);
            } else {
                other(exchange, path);
            }
        }
    }

    private void other(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/version" -> text(exchange, 200, "{\"gitVersion\":\"v1.36.2\",\"major\":\"1\",\"minor\":\"36\"}");
            case "/api/v1/namespaces/kube-system" ->
                text(
                        exchange,
                        200,
                        "{\"kind\":\"Namespace\",\"apiVersion\":\"v1\",\"metadata\":{\"uid\":\"kube-system\"}}");
            case "/api" -> text(exchange, 200, "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
            case "/apis" ->
                text(
                        exchange,
                        200,
                        "{\"kind\":\"APIGroupList\",\"apiVersion\":\"v1\",\"groups\":[{\"name\":\"apps\",\"versions\":[{\"version\":\"v1\"}]}]}");
            default ->
                text(
                        exchange,
                        path.endsWith("accessreviews") ? 201 : 404,
                        path.endsWith("accessreviews") ? ALLOWED : MISSING);
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return query;
    }

    private OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        return new BufferedOutputStream(requests.counted(exchange.getResponseBody()), 64 * 1024);
    }

    private void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        requests.counted(exchange.getResponseBody()).write(bytes);
    }

    private void list(HttpExchange exchange, Log log, Map<String, String> query) throws IOException {
        String[] from = query.getOrDefault("continue", log.head() + ":0").split(":");
        int first = Integer.parseInt(from[1]);
        int last = query.containsKey("limit") ? Math.min(log.size(), first + PAGE) : log.size();
        OutputStream out = begin(exchange);
        String next = last < log.size() ? ",\"continue\":\"" + from[0] + ":" + last + "\"" : "";
        write(
                out,
                "{\"kind\":\"" + log.kind() + "List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\""
                        + from[0] + "\"" + next + "},\"items\":[");
        for (int i = first; i < last; i++) {
            if (i > first) {
                out.write(',');
            }
            log.object(i, out);
        }
        write(out, "]}");
        out.flush();
    }

    private void watch(HttpExchange exchange, Log log, Map<String, String> query) throws IOException {
        Duration left = Duration.ofSeconds(Long.parseLong(query.getOrDefault("timeoutSeconds", "300")));
        long end = System.nanoTime() + left.toNanos();
        long bookmark = end - Duration.ofSeconds(2).toNanos();
        long sent = Long.parseLong(query.getOrDefault("resourceVersion", "0"));
        OutputStream out = begin(exchange);
        if ("true".equals(query.get("sendInitialEvents"))) {
            sent = log.head();
            for (int i = 0; i < log.size(); i++) {
                write(out, "{\"type\":\"ADDED\",\"object\":");
                log.object(i, out);
                write(out, "}\n");
            }
            bookmark(out, log, sent, ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}");
        }
        out.flush();
        exchange.getResponseBody().flush();
        while (System.nanoTime() < end) {
            long head = log.await(sent, Math.min(end, bookmark > 0 ? bookmark : end));
            while (sent < head) {
                sent++;
                log.event(sent, out);
            }
            if (bookmark > 0 && System.nanoTime() >= bookmark) {
                bookmark = 0;
                bookmark(out, log, sent, "");
            }
            out.flush();
            exchange.getResponseBody().flush();
        }
    }

    private static void bookmark(OutputStream out, Log log, long version, String more) throws IOException {
        write(
                out,
                "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"" + log.kind()
                        + "\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"" + version + "\"" + more
                        + "}}}\n");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
