// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain HTTP server on loopback that answers with what a test says and remembers what it was asked, headers included. */
public final class Loopback implements AutoCloseable {
    /** A request as it came over the wire. Headers as "name: value", names in lower case. */
    public record Asked(String line, List<String> headers, String body) {
        /** The values of a header, in their order. */
        public List<String> values(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(header -> header.startsWith(start))
                    .map(header -> header.substring(start.length()))
                    .toList();
        }
    }

    /** An answer. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Decides what is answered. */
    public interface Script {
        Answer to(Asked asked) throws IOException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> requests = new CopyOnWriteArrayList<>();
    private volatile Script script;

    public Loopback(Script script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    public void script(Script next) {
        script = next;
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    public List<Asked> requests() {
        return requests;
    }

    private Void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket connection = socket.accept();
            threads.submit(() -> serve(connection));
        }
        return null;
    }

    private Void serve(Socket connection) throws IOException {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                Asked asked = asked(line, in);
                requests.add(asked);
                Answer answer = script.to(asked);
                StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status + " x\r\ncontent-length: ");
                head.append(answer.body.length).append("\r\n");
                answer.headers.forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
                head.append("\r\n");
                connection.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().write(answer.body);
                connection.getOutputStream().flush();
            }
        }
        return null;
    }

    private static Asked asked(String line, InputStream in) throws IOException {
        List<String> headers = new ArrayList<>();
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            headers.add(name + ": " + value);
            length = "content-length".equals(name) ? Integer.parseInt(value) : length;
        }
        return new Asked(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
