// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A plain HTTP proxy on loopback before a proxy that java.net.http cannot go through, which knows http without a password only.
 * Other users of this machine can connect to it too, so it passes on nobody who does not show the secret of this process; what
 * is passed on is encrypted from end to end.
 */
final class ProxyRelay implements AutoCloseable {
    private static final Pattern CONNECT = Pattern.compile("CONNECT \\[?([^\\s\\]]+)\\]?:(\\d+) HTTP/1\\.1");
    private static final int SECRET = 32;
    private static final int CALLERS = 50;
    private static final int PATIENCE = 10_000;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ProxyDialler dialler;
    private final ServerSocket socket = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress());
    private final String secret = "Bearer " + secret();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ProxyException problem;

    ProxyRelay(ProxyDialler dialler) throws IOException {
        this.dialler = dialler;
        threads.execute(this::accept);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** Value of the header Proxy-Authorization that lets a request in. */
    String proof() {
        return secret;
    }

    /** Why the proxy was not gone through the last time it was tried; empty: it was. */
    Optional<ProxyException> problem() {
        ProxyException last = problem;
        return last == null ? Optional.empty() : Optional.of(last);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                take(socket.accept());
            } catch (IOException e) {
                // closed, or out of file handles for a moment, which is no reason never to serve anybody again
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void take(Socket near) throws IOException {
        try {
            threads.execute(() -> serve(near));
        } catch (RejectedExecutionException e) {
            near.close();
        }
    }

    private void serve(Socket near) {
        open.add(near);
        try (near) {
            near.setSoTimeout(PATIENCE);
            near.setTcpNoDelay(true);
            String head = ProxyDialler.head(near.getInputStream());
            Matcher asked = CONNECT.matcher(head.lines().findFirst().orElse(""));
            if (!asked.matches() || !proven(head)) {
                answer(near, "403 Forbidden");
                return;
            }
            near.setSoTimeout(0);
            pass(near, asked.group(1), Integer.parseInt(asked.group(2)));
        } catch (IOException | NumberFormatException | RejectedExecutionException e) {
            // the caller sees the end of the connection
        } finally {
            open.remove(near);
        }
    }

    private boolean proven(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "proxy-authorization:", 0, 20))
                .map(line -> line.substring(20).strip())
                .anyMatch(given -> MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)));
    }

    private void pass(Socket near, String host, int port) throws IOException {
        Socket far;
        try {
            far = dialler.dial(host, port);
            problem = null;
        } catch (ProxyException e) {
            problem = e;
            answer(near, "502 Bad Gateway");
            return;
        }
        open.add(far);
        try (far) {
            answer(near, "200 OK");
            threads.execute(() -> copy(near, far));
            copy(far, near);
        } finally {
            open.remove(far);
        }
    }

    private static void answer(Socket near, String status) throws IOException {
        near.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        near.getOutputStream().flush();
    }

    /** Until one of them ends; then both do. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the other direction ends too
        }
    }

    @Override
    public void close() {
        try (socket) {
            threads.shutdownNow();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
