// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import podium.simulator.Simulator;
import podium.simulator.internal.api.http.Certificates;
import podium.testkit.TrustedHttp;

/**
 * What a real API server takes for the kubelet of a node: logs, exec, attach and forwarded ports, at the paths that kubelets have
 * (pkg/kubelet/server/server.go). What it is asked for, the pod of that name in a simulated fleet answers; past the first line it passes
 * the bytes on as they are, so that the API server speaks its own protocols to the end.
 */
final class StandInKubelet implements AutoCloseable {
    private static final Map<String, String> OPTIONS =
            Map.of("input", "stdin", "output", "stdout", "error", "stderr", "port", "ports");
    private static final Map<String, String> SUBRESOURCES =
            Map.of("containerLogs", "log", "exec", "exec", "attach", "attach", "portForward", "portforward");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SSLServerSocket listening;
    private final SSLSocketFactory there;
    private final URI fleet;
    private final String token;

    StandInKubelet(Simulator simulator) throws IOException, GeneralSecurityException {
        there = TrustedHttp.client(simulator.caPem()).sslContext().getSocketFactory();
        fleet = simulator.url();
        token = simulator.token();
        listening = (SSLServerSocket) Certificates.create()
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = listening.accept();
                threads.execute(() -> serve(caller));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket on = there.createSocket(fleet.getHost(), fleet.getPort())) {
            on.getOutputStream().write(head(caller.getInputStream()).getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> copy(caller, on));
            copy(on, caller);
        } catch (IOException e) {
            // one of both hung up
        }
    }

    private static void copy(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // one of both hung up
        }
    }

    /** The head of a request as the API of the fleet wants it. */
    private String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("ended");
            }
            head.append((char) c);
        }
        String[] lines = head.toString().strip().split("\r\n");
        boolean upgrade =
                Arrays.stream(lines).anyMatch(line -> line.toLowerCase().startsWith("upgrade:"));
        return Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.toLowerCase().startsWith("authorization:"))
                .filter(line -> upgrade || !line.toLowerCase().startsWith("connection:"))
                .collect(Collectors.joining(
                        "\r\n",
                        request(lines[0]) + "\r\n",
                        "\r\nAuthorization: Bearer " + token + (upgrade ? "" : "\r\nConnection: close") + "\r\n\r\n"));
    }

    /** {@code POST /exec/NAMESPACE/POD/CONTAINER?input=1&command=ls HTTP/1.1}. */
    private static String request(String line) throws IOException {
        String[] words = line.split(" ");
        String[] target = words[1].split("\\?", 2);
        String[] path = target[0].split("/");
        String subresource = path.length < 4 ? null : SUBRESOURCES.get(path[1]);
        if (subresource == null) {
            throw new IOException("no kubelet has " + words[1]);
        }
        String query = Arrays.stream((target.length > 1 ? target[1] : "").split("&"))
                .map(option -> option.split("=", 2))
                .map(option -> OPTIONS.getOrDefault(option[0], option[0]) + (option.length > 1 ? "=" + option[1] : ""))
                .collect(Collectors.joining("&"));
        return words[0] + " /api/v1/namespaces/" + path[2] + "/pods/" + path[3] + "/" + subresource + "?" + query
                + (path.length > 4 ? "&container=" + path[4] : "") + " HTTP/1.1";
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
