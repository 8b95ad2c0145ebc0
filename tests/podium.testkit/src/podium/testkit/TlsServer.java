// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server on the loopback interface that shows the certificate it is told to, and a proxy before it. */
public final class TlsServer implements AutoCloseable {
    private static final Duration DAY = Duration.ofDays(1);

    /** What is wrong with what it shows. */
    public enum Flaw {
        NONE,
        ANOTHER_AUTHORITY,
        ANOTHER_HOST,
        EXPIRED,
        NOT_YET_VALID,
        SIGNED_BY_ITSELF,
        FOR_CLIENTS
    }

    private record Signer(X500Name name, KeyPair keys, X509Certificate certificate) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket direct = listen();
    private final ServerSocket proxy = listen();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger proxied = new AtomicInteger();
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final Signer signer = signer("right");
    private final Signer other = signer("right");
    private volatile SSLSocketFactory shown = factory(Flaw.NONE);

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        threads.execute(() -> accept(direct, this::serve));
        threads.execute(() -> accept(proxy, this::relay));
    }

    public int port() {
        return direct.getLocalPort();
    }

    public int proxyPort() {
        return proxy.getLocalPort();
    }

    /** Requests that came through TLS. */
    public int heard() {
        return heard.get();
    }

    /** Connections through the proxy. */
    public int proxied() {
        return proxied.get();
    }

    /** The server name of the last handshake that ended well; empty: none was sent. */
    public String asked() {
        return asked.get();
    }

    public void present(Flaw flaw) {
        shown = factory(flaw);
    }

    /** PEM of the authority that is right. */
    public byte[] authority() throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(signer.certificate);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private interface Served {
        void by(Socket caller) throws IOException;
    }

    private void accept(ServerSocket socket, Served served) {
        try {
            while (true) {
                Socket caller = socket.accept();
                threads.execute(() -> {
                    try (caller) {
                        served.by(caller);
                    } catch (IOException e) {
                        // the caller hung up, as it should
                    }
                });
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket caller) throws IOException {
        try (SSLSocket tls = (SSLSocket) shown.createSocket(caller, null, true)) {
            head(tls.getInputStream());
            heard.incrementAndGet();
            asked.set(
                    tls.getSession() instanceof ExtendedSSLSession session
                                    && !session.getRequestedServerNames().isEmpty()
                            ? new String(
                                    session.getRequestedServerNames().getFirst().getEncoded(),
                                    StandardCharsets.US_ASCII)
                            : "");
            tls.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("ended");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private void relay(Socket caller) throws IOException {
        if (!head(caller.getInputStream()).startsWith("CONNECT 127.0.0.1:" + port() + " ")) {
            return;
        }
        proxied.incrementAndGet();
        try (Socket on = new Socket(InetAddress.getLoopbackAddress(), port())) {
            caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            threads.execute(() -> copy(caller, on));
            copy(on, caller);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // one of both hung up
        }
    }

    private SSLSocketFactory factory(Flaw flaw) {
        try {
            KeyPair keys = keys();
            Signer by = flaw == Flaw.ANOTHER_AUTHORITY ? other : signer;
            Instant now = Instant.now();
            Instant from = flaw == Flaw.NOT_YET_VALID ? now.plus(DAY) : now.minus(DAY.multipliedBy(2));
            Instant to = flaw == Flaw.EXPIRED ? now.minus(DAY) : now.plus(DAY.multipliedBy(2));
            boolean self = flaw == Flaw.SIGNED_BY_ITSELF;
            X500Name name = new X500Name("CN=kube-apiserver");
            GeneralName[] names = flaw == Flaw.ANOTHER_HOST
                    ? new GeneralName[] {new GeneralName(GeneralName.dNSName, "elsewhere.example")}
                    : new GeneralName[] {
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.dNSName, "api.internal")
                    };
            X509v3CertificateBuilder form = form(self ? name : by.name, name, keys, from, to)
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                    .addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(
                                    flaw == Flaw.FOR_CLIENTS
                                            ? KeyPurposeId.id_kp_clientAuth
                                            : KeyPurposeId.id_kp_serverAuth));
            X509Certificate certificate = sign(form, self ? keys : by.keys);
            char[] none = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("server", keys.getPrivate(), none, new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
            managers.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer signer(String name) {
        try {
            KeyPair keys = keys();
            X500Name issuer = new X500Name("CN=" + name);
            Instant now = Instant.now();
            X509v3CertificateBuilder form = form(issuer, issuer, keys, now.minus(DAY.multipliedBy(9)), now.plus(DAY))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return new Signer(issuer, keys, sign(form, keys));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder form(
            X500Name issuer, X500Name subject, KeyPair keys, Instant from, Instant to) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(to),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder form, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(form.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    @Override
    public void close() throws IOException {
        direct.close();
        proxy.close();
        threads.shutdownNow();
    }
}
