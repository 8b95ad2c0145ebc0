// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A small proxy on loopback: CONNECT, over TLS or not, or SOCKS5. It leads everybody to one server, whatever host is asked for. */
final class TestProxy implements AutoCloseable {
    /** What it is asked for, as "host:port", and with what proof: "host:port Basic ..." or "host:port user:password". */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean socks;
    private final boolean guarded;
    private final int target;

    private TestProxy(ServerSocket socket, boolean socks, boolean guarded, int target) {
        this.socket = socket;
        this.socks = socks;
        this.guarded = guarded;
        this.target = target;
        threads.execute(() -> {
            try {
                while (true) {
                    Socket near = socket.accept();
                    threads.execute(() -> serve(near));
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }

    static TestProxy connect(int target, boolean guarded) throws IOException {
        return new TestProxy(plain(), false, guarded, target);
    }

    static TestProxy encrypted(int target, SSLContext context) throws IOException {
        return new TestProxy(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                false,
                false,
                target);
    }

    static TestProxy socks(int target, boolean guarded) throws IOException {
        return new TestProxy(plain(), true, guarded, target);
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(Socket near) {
        try (near) {
            if (socks ? socks(near) : connect(near)) {
                try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
                    threads.execute(() -> copy(near, far));
                    copy(far, near);
                }
            }
        } catch (IOException e) {
            // the caller sees the end
        }
    }

    private boolean connect(Socket near) throws IOException {
        String head = ProxyDialler.head(near.getInputStream());
        Optional<String> proof = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("proxy-authorization: "))
                .map(line -> line.substring(21))
                .findFirst();
        asked.add(head.split(" ")[1] + proof.map(given -> " " + given).orElse(""));
        boolean well = !guarded || proof.isPresent();
        near.getOutputStream()
                .write(("HTTP/1.1 " + (well ? "200 OK" : "407 Proxy Authentication Required") + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return well;
    }

    private boolean socks(Socket near) throws IOException {
        DataInputStream in = new DataInputStream(near.getInputStream());
        OutputStream out = near.getOutputStream();
        in.readUnsignedByte();
        in.skipNBytes(in.readUnsignedByte());
        String proof = "";
        out.write(new byte[] {5, (byte) (guarded ? 2 : 0)});
        if (guarded) {
            in.readUnsignedByte();
            proof = " " + text(in) + ":" + text(in);
            out.write(new byte[] {1, 0});
        }
        in.skipNBytes(3);
        int kind = in.readUnsignedByte();
        String host = kind == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(kind == 1 ? 4 : 16)).getHostAddress();
        if (kind == 3 && host.matches("[0-9.]+|.*:.*")) {
            out.write(new byte[] {5, 4, 0, 1, 0, 0, 0, 0, 0, 0}); // looks it up as a name, which nobody has
            return false;
        }
        asked.add(host + ":" + in.readUnsignedShort() + proof);
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return true;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the other direction ends too
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
