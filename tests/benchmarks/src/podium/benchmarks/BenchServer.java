// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An API server that knows pods only and answers from memory, so that its cost is the same for everyone. Runs in a
 * process of its own. Arguments: number of pods, number of events of a watch, key store for HTTPS or "-" for plain HTTP.
 * Prints its port once all is made that it will send.
 */
public final class BenchServer {
    private static final int FIRST_VERSION = 1000;
    private static final int PAGE = 500;
    private static final int CHUNK = 48 * 1024;

    private final int pods;
    private final int events;
    private final PodJson json;
    private final byte[][] pages;
    /** Chunks of a whole watch, as they go over the wire; an event ends with its chunk. */
    private final byte[][] chunks;

    private BenchServer(int pods, int events) {
        this.pods = pods;
        this.events = events;
        this.json = new PodJson(Runs.nodes(pods));
        this.pages = new byte[(pods + PAGE - 1) / PAGE][];
        Arrays.setAll(pages, this::page);
        this.chunks = chunks();
    }

    public static void main(String[] args) throws Exception {
        BenchServer server = new BenchServer(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        try (ServerSocket socket = socket(args[2]);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            System.out.println(socket.getLocalPort());
            while (true) {
                Socket connection = socket.accept();
                threads.submit(() -> server.serve(connection));
            }
        }
    }

    private static ServerSocket socket(String keys) throws Exception {
        if (keys.equals("-")) {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(keys))) {
            store.load(in, Certificate.PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, Certificate.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private Object serve(Socket connection) throws IOException {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 256 * 1024);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String target = line.split(" ")[1];
                boolean webSocket = false;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    webSocket |= header.toLowerCase(Locale.ROOT).startsWith("upgrade: websocket");
                }
                if (webSocket) {
                    // fabric8 then watches by plain HTTP, as everyone else here does
                    body(out, 503, "{}");
                } else if (answer(target, out)) {
                    out.flush();
                    // a watch stays open for as long as the client does
                    in.read();
                    return Boolean.TRUE;
                }
                out.flush();
            }
        }
        return Boolean.TRUE;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** True when the answer is a watch. */
    private boolean answer(String target, OutputStream out) throws IOException {
        String path = target.split("\\?")[0];
        Map<String, String> query = query(target);
        boolean watch = query.containsKey("watch");
        switch (path) {
            case "/version" -> body(out, 200, "{\"gitVersion\":\"v1.33.0\",\"minor\":\"33\"}");
            case "/apis" -> body(out, 200, "{\"groups\":[]}");
            case "/api/v1/pods" -> {
                if (watch) {
                    watch(query.getOrDefault("resourceVersion", ""), out);
                } else {
                    list(query, out);
                }
                return watch;
            }
            default -> body(out, 404, "{\"kind\":\"Status\",\"code\":404,\"reason\":\"NotFound\"}");
        }
        return false;
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
            length += pages[page].length;
        }
        head(out, 200, "Content-Length: " + length);
        out.write(head);
        for (int page = first; page < last; page++) {
            if (page > first) {
                out.write(',');
            }
            out.write(pages[page]);
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] page(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(PAGE * 10_000);
        for (int i = number * PAGE; i < Math.min(pods, (number + 1) * PAGE); i++) {
            if (i > number * PAGE) {
                bytes.write(',');
            }
            json.write(i, FIRST_VERSION - 1, true, bytes);
        }
        return bytes.toByteArray();
    }

    /** All events at once to one who has seen none of them, none to one who has seen them all. */
    private void watch(String version, OutputStream out) throws IOException {
        head(out, 200, "Transfer-Encoding: chunked");
        if (!version.equals(Integer.toString(FIRST_VERSION + events))) {
            for (byte[] chunk : chunks) {
                out.write(chunk);
            }
        }
    }

    /** Event n is for pod n modulo the pods, which is then ready when it was not, or the other way round. */
    private byte[][] chunks() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(64 * 1024);
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            chunk.writeBytes("{\"type\":\"MODIFIED\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\","
                    .getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream pod = new ByteArrayOutputStream(10_000);
            json.write(i % pods, FIRST_VERSION + 1L + i, i / pods % 2 == 1, pod);
            byte[] text = pod.toByteArray();
            chunk.write(text, 1, text.length - 1);
            chunk.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
            if (chunk.size() > CHUNK || i == events - 1) {
                ByteArrayOutputStream framed = new ByteArrayOutputStream(chunk.size() + 16);
                framed.writeBytes((Integer.toHexString(chunk.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                framed.writeBytes(chunk.toByteArray());
                framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                made.add(framed.toByteArray());
                chunk.reset();
            }
        }
        return made.toArray(byte[][]::new);
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
