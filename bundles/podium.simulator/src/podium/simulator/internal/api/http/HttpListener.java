// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Listens on loopback and serves every connection on a virtual thread of its own. */
public final class HttpListener implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final String H2 = "h2";
    private static final String H1 = "http/1.1";

    /**
     * What connections need.
     *
     * @param handler answers requests
     * @param log is told of them
     * @param faults plans what goes wrong
     * @param packFrom bytes of an answer from which on it is packed for those who unpack
     * @param http2 whether clients that speak HTTP/2 get it, as from an API server
     */
    public record Service(HttpHandler handler, RequestLog log, HttpFaultPlan faults, int packFrom, boolean http2) {
        /** defaultGzipThresholdBytes of k8s.io/apiserver, handlers/responsewriters. */
        public static final int PACK_FROM = 128 * 1024;
    }

    private final ServerSocket server;
    private final Service service;
    private final SSLSocketFactory tls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens at once; requests wait until {@link #start()}.
     *
     * @param port TCP port, 0 for a free one
     * @throws IOException if the port is taken
     */
    public HttpListener(int port, Certificates certificates, Service service) throws IOException {
        this.server = new ServerSocket();
        this.service = service;
        this.tls = certificates.context().getSocketFactory();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
    }

    /** Begins to accept connections. */
    public void start() {
        executor.execute(this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Ends all connections that are open now, as a restarted server or a cut cable does. */
    public void disconnect() {
        open.forEach(HttpListener::closeQuietly);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It no longer listens, which is all that was wanted.
        }
        disconnect();
        executor.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket wire = server.accept();
                open.add(wire);
                executor.execute(() -> serve(wire));
            } catch (IOException | RejectedExecutionException e) {
                // One client less, or the listener is closed and the loop ends.
            }
        }
    }

    private void serve(Socket wire) {
        try (wire) {
            wire.setTcpNoDelay(true);
            SSLSocket socket = (SSLSocket) tls.createSocket(wire, "", wire.getPort(), false);
            socket.setUseClientMode(false);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(service.http2() ? new String[] {H2, H1} : new String[] {H1});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            if (H2.equals(socket.getApplicationProtocol())) {
                new Http2Connection(wire, socket, service, executor).serve();
            } else {
                new HttpConnection(wire, socket, service, executor).serve();
            }
        } catch (IOException | RejectedExecutionException e) {
            // The client has gone or speaks no TLS, or the listener is being closed; there is nobody to tell.
        } finally {
            open.remove(wire);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it gets.
        }
    }
}
