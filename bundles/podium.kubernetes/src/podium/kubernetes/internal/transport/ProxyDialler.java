// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import podium.kubernetes.internal.config.ProxyAddress;
import podium.kubernetes.texts.Texts;

/**
 * Opens a way through a proxy: CONNECT over http (RFC 9110, section 9.3.6) or over TLS, or SOCKS5 (RFC 1928), each with the user
 * name and password of its address (RFC 7617, RFC 1929). A name of a host is looked up by the proxy, and an address is handed over
 * as one, as Go's programs have it (golang.org/x/net, internal/socks/client.go: connect).
 *
 * @param trust for a proxy that is spoken to over TLS
 */
record ProxyDialler(URI proxy, SSLContext trust) {
    private static final int PATIENCE = 10_000;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int VERSION = 5;
    private static final int PASSWORD = 2;
    private static final int NONE = 0;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    /** A connection to the host, which nothing has been sent on. */
    Socket dial(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(proxy.getHost(), ProxyAddress.port(proxy)), PATIENCE);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            Socket open = "https".equals(proxy.getScheme()) ? encrypted(socket) : socket;
            if (String.valueOf(proxy.getScheme()).startsWith("socks5")) {
                socks(open, host, port);
            } else {
                connect(open, host, port);
            }
            open.setSoTimeout(0);
            return open;
        } catch (IOException e) {
            socket.close();
            throw e instanceof ProxyException ? e : unreachable(e);
        }
    }

    private ProxyException unreachable(IOException e) {
        return new ProxyException(
                Texts.of(
                        "ProxyDialler.theProxyCannotBeReached",
                        ProxyAddress.words(proxy),
                        TransportFailureText.of(e).getMessage()),
                Texts.of("ProxyDialler.checkHttpsProxyOrProxy"),
                e);
    }

    private ProxyException refused(String what) {
        return new ProxyException(what, Texts.of("ProxyDialler.checkThatItLets"), null);
    }

    private Socket encrypted(Socket plain) throws IOException {
        Socket socket = trust.getSocketFactory().createSocket(plain, proxy.getHost(), ProxyAddress.port(proxy), true);
        if (socket instanceof SSLSocket secure) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
        }
        return socket;
    }

    private void connect(Socket socket, String host, int port) throws IOException {
        String at = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        String[] user = user();
        String proof = user.length == 0
                ? ""
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString((user[0] + ":" + user[1]).getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(("CONNECT " + at + " HTTP/1.1\r\nHost: " + at + "\r\n" + proof + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        String status = head(socket.getInputStream()).lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            throw refused(
                    status.contains(" 407")
                            ? user.length == 0
                                    ? Texts.of("ProxyDialler.asksForAUser", this)
                                    : Texts.of("ProxyDialler.refusedTheUserName", this)
                            : Texts.of("ProxyDialler.answered", this, status.replaceAll("\\p{Cntrl}", "")));
        }
    }

    /** What stands before the empty line; nothing behind it is read. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(Texts.of("ProxyDialler.theOtherSideClosed"));
            }
            head.append((char) next);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException(Texts.of("ProxyDialler.theAnswerIsToo"));
    }

    private void socks(Socket socket, String host, int port) throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String[] user = user();
        out.write(user.length == 0 ? new byte[] {VERSION, 1, NONE} : new byte[] {VERSION, 2, NONE, PASSWORD});
        out.flush();
        if (in.readUnsignedByte() != VERSION) {
            throw refused(Texts.of("ProxyDialler.doesNotSpeakSocks", this));
        }
        int method = in.readUnsignedByte();
        if (method == PASSWORD && user.length > 0) {
            prove(in, out, user);
        } else if (method != NONE) {
            throw refused(Texts.of("ProxyDialler.asksForAUser", this));
        }
        out.write(new byte[] {VERSION, 1, 0});
        out.write(destination(host));
        out.write(new byte[] {(byte) (port >> 8), (byte) port});
        out.flush();
        in.readUnsignedByte();
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw refused(words(reply));
        }
        in.readUnsignedByte();
        int kind = in.readUnsignedByte();
        in.skipNBytes((kind == IPV4 ? 4 : kind == IPV6 ? 16 : in.readUnsignedByte()) + 2L);
    }

    /** RFC 1928, section 5: the type of the address, and what it is. */
    private static byte[] destination(String host) {
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        byte[] address = ProxyAddress.literal(host).map(InetAddress::getAddress).orElse(new byte[0]);
        return switch (address.length) {
            case 0 ->
                ByteBuffer.allocate(2 + name.length)
                        .put((byte) NAME)
                        .put((byte) name.length)
                        .put(name)
                        .array();
            case 4 -> ByteBuffer.allocate(5).put((byte) IPV4).put(address).array();
            default ->
                ByteBuffer.allocate(1 + address.length)
                        .put((byte) IPV6)
                        .put(address)
                        .array();
        };
    }

    private void prove(DataInputStream in, OutputStream out, String[] user) throws IOException {
        byte[] name = user[0].getBytes(StandardCharsets.UTF_8);
        byte[] password = user[1].getBytes(StandardCharsets.UTF_8);
        out.write(new byte[] {1, (byte) name.length});
        out.write(name);
        out.write(password.length);
        out.write(password);
        out.flush();
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw refused(Texts.of("ProxyDialler.refusedTheUserName", this));
        }
    }

    /** RFC 1928, section 6. */
    private String words(int reply) {
        return switch (reply) {
            case 2 -> Texts.of("ProxyDialler.doesNotLetYou", this);
            case 3, 4 -> Texts.of("ProxyDialler.findsNoWayTo", this);
            case 5 -> Texts.of("ProxyDialler.saysThatNothingAnswers", this);
            case 6 -> Texts.of("ProxyDialler.gotNoAnswerFrom", this);
            default -> Texts.of("ProxyDialler.refusedWithSocksError", this, reply);
        };
    }

    /** User name and password; empty: the address has none. */
    private String[] user() {
        String given = proxy.getRawUserInfo();
        if (given == null) {
            return new String[0];
        }
        int colon = given.indexOf(':');
        return new String[] {
            decoded(colon < 0 ? given : given.substring(0, colon)), colon < 0 ? "" : decoded(given.substring(colon + 1))
        };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For the eye. */
    @Override
    public String toString() {
        return ProxyAddress.words(proxy);
    }
}
