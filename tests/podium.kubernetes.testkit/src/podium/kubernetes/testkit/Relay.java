// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP relay on loopback that can freeze single connections: nothing is passed on and nothing closed, in both directions,
 * while TCP itself goes on. What a proxy with a dead upstream and a firewall that forgot a connection look like.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile int target;
    private volatile boolean freezing;

    /** One connection through the relay. */
    private final class Link {
        private final Socket near;
        private final Socket far;
        private final AtomicLong bytes = new AtomicLong();
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile boolean frozen = freezing;

        Link(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void start() {
            threads.submit(() -> copy(near, far));
            threads.submit(() -> copy(far, near));
        }

        private Void copy(Socket from, Socket to) throws Exception {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[16 * 1024];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (frozen) {
                        end.await();
                    }
                    out.write(buffer, 0, count);
                    bytes.addAndGet(count);
                }
            } finally {
                links.remove(this);
            }
            return null;
        }

        private boolean open() {
            return !near.isClosed() && !far.isClosed();
        }
    }

    /** A relay to a port of this machine. */
    public Relay(int target) throws IOException {
        this.target = target;
        threads.submit(this::accept);
    }

    private Void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket near = socket.accept();
            Link link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            link.start();
        }
        return null;
    }

    /** Leads to another port from now on and ends all connections, as a balancer whose server was replaced. */
    public void lead(int port) {
        target = port;
        cut();
    }

    /** Ends all connections there are. */
    public void cut() {
        for (Link link : links) {
            link.end.countDown();
            try (Socket _ = link.near;
                    Socket _ = link.far) {
                links.remove(link);
            } catch (IOException e) {
                // it is gone either way
            }
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Starts to count bytes anew, to find the connection that is used from now on. */
    public void count() {
        links.forEach(link -> link.bytes.set(0));
    }

    /** Freezes the connection with the most bytes since {@link #count()}; false when none has so many. */
    public boolean freezeBusiest(long atLeast) {
        List<Link> busy = links.stream()
                .filter(link -> link.open() && link.bytes.get() >= atLeast)
                .sorted(Comparator.comparingLong((Link link) -> link.bytes.get())
                        .reversed())
                .toList();
        busy.stream().limit(1).forEach(link -> link.frozen = true);
        return !busy.isEmpty();
    }

    /** How many connections stand. */
    public int connections() {
        return (int) links.stream().filter(Link::open).count();
    }

    /** Freezes all connections there are; new ones pass. */
    public void freezeAll() {
        links.forEach(link -> link.frozen = true);
    }

    /** New connections are frozen too, or pass again. */
    public void freezeNew(boolean yes) {
        freezing = yes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        links.forEach(link -> link.end.countDown());
        threads.shutdownNow();
    }
}
