// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An API server that knows pods only and answers from memory, so that its cost is the same for everyone. Runs in a
 * process of its own. Arguments: number of pods, number of events of a watch. Prints its port.
 */
public final class BenchServer {
    private static final int FIRST_VERSION = 1000;
    private final int pods;
    private final int events;
    private final PodJson json = new PodJson();
    private final byte[][] pages;
    private final int pageSize = 500;

    private BenchServer(int pods, int events) {
        this.pods = pods;
        this.events = events;
        this.pages = new byte[(pods + pageSize - 1) / pageSize][];
    }

    public static void main(String[] args) throws IOException {
        BenchServer server = new BenchServer(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            System.out.println(socket.getLocalPort());
            while (true) {
                Socket connection = socket.accept();
                threads.submit(() -> server.serve(connection));
            }
        }
    }

    private Object serve(Socket connection) throws IOException {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 256 * 1024);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String target = line.split(" ")[1];
                boolean webSocket = false;
                for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                    webSocket |= header.toLowerCase(Locale.ROOT).startsWith("upgrade: websocket");
                }
                if (webSocket) {
                    // fabric8 then watches by plain HTTP, as everyone else here does
                    body(out, 503, "{}");
                } else {
                    answer(target, out);
                }
                out.flush();
            }
        }
        return Boolean.TRUE;
    }

    private void answer(String target, OutputStream out) throws IOException {
        String path = target.split("\\?")[0];
        Map<String, String> query = query(target);
        switch (path) {
            case "/version" -> body(out, 200, "{\"gitVersion\":\"v1.33.0\",\"minor\":\"33\"}");
            case "/apis" -> body(out, 200, "{\"groups\":[]}");
            case "/api/v1/pods" -> {
                if (query.containsKey("watch")) {
                    watch(out);
                } else {
                    list(query, out);
                }
            }
            default -> body(out, 404, "{\"kind\":\"Status\",\"code\":404,\"reason\":\"NotFound\"}");
        }
    }

    private static Map<String, String> query(String target) {
        Map<String, String> query = new HashMap<>();
        int at = target.indexOf('?');
        if (at >= 0) {
            for (String pair : target.substring(at + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return query;
    }

    /** In pages of 500 to one who asks for a limit, whole to one who does not. */
    private void list(Map<String, String> query, OutputStream out) throws IOException {
        boolean paged = query.containsKey("limit") && !query.get("limit").equals("0");
        int first = Integer.parseInt(query.getOrDefault("continue", "0"));
        int last = paged ? Math.min(pages.length, first + 1) : pages.length;
        String next = last < pages.length ? ",\"continue\":\"" + last + "\"" : "";
        byte[] head = ("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\""
                        + FIRST_VERSION + "\"" + next + "},\"items\":[")
                .getBytes(StandardCharsets.UTF_8);
        long length = head.length + 2 + (last - first - 1);
        for (int page = first; page < last; page++) {
            length += page(page).length;
        }
        head(out, 200, "Content-Length: " + length);
        out.write(head);
        for (int page = first; page < last; page++) {
            if (page > first) {
                out.write(',');
            }
            out.write(page(page));
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private synchronized byte[] page(int number) {
        byte[] page = pages[number];
        if (page == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(pageSize * 10_000);
            for (int i = number * pageSize; i < Math.min(pods, (number + 1) * pageSize); i++) {
                if (i > number * pageSize) {
                    bytes.write(',');
                }
                json.write(i, FIRST_VERSION - 1, bytes);
            }
            page = bytes.toByteArray();
            pages[number] = page;
        }
        return page;
    }

    /** All events at once, then silence. */
    private void watch(OutputStream out) throws IOException {
        head(out, 200, "Transfer-Encoding: chunked");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        for (int i = 0; i < events; i++) {
            bytes.writeBytes("{\"type\":\"MODIFIED\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\","
                    .getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream pod = new ByteArrayOutputStream(10_000);
            json.write(i % pods, FIRST_VERSION + 1L + i, pod);
            byte[] text = pod.toByteArray();
            bytes.writeBytes(Arrays.copyOfRange(text, 1, text.length));
            bytes.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
            if (bytes.size() > 48 * 1024) {
                chunk(out, bytes);
            }
        }
        chunk(out, bytes);
        out.flush();
        // stays open for as long as the client does
        try {
            while (true) {
                Thread.sleep(200);
                bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
                chunk(out, bytes);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void chunk(OutputStream out, ByteArrayOutputStream bytes) throws IOException {
        if (bytes.size() > 0) {
            out.write((Integer.toHexString(bytes.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeTo(out);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            bytes.reset();
        }
    }

    private static void body(OutputStream out, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(out, status, "Content-Length: " + bytes.length);
        out.write(bytes);
    }

    private static void head(OutputStream out, int status, String length) throws IOException {
        out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
