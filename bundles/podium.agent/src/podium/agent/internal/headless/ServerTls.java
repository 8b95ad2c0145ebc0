// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal.headless;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import podium.agent.internal.PemTls;

/**
 * TLS of the agent's address: its own certificate, and where a certificate authority for clients is named, only clients
 * that it has signed.
 */
final class ServerTls {
    private static final char[] IN_MEMORY_ONLY = new char[0];
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private final SSLContext context;
    private final boolean clientMustShowCertificate;

    private ServerTls(SSLContext context, boolean clientMustShowCertificate) {
        this.context = context;
        this.clientMustShowCertificate = clientMustShowCertificate;
    }

    /**
     * Reads PEM files.
     *
     * @param clients certificates that sign those of clients; empty: clients show none
     * @throws IOException when a file cannot be read or does not hold what it should; a sentence says which
     */
    static ServerTls of(Path certificate, Path key, Optional<Path> clients) throws IOException {
        try {
            KeyStore own = PemTls.emptyStore();
            Certificate[] chain = PemTls.certificates(certificate).toArray(Certificate[]::new);
            own.setKeyEntry("agent", privateKey(key), IN_MEMORY_ONLY, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, IN_MEMORY_ONLY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), clients.isPresent() ? PemTls.trust(clients.get()) : null, null);
            return new ServerTls(context, clients.isPresent());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key in " + key + " does not fit the certificate in " + certificate, e);
        }
    }

    /** Shakes hands with a peer; closing the result closes the peer. */
    SSLSocket accept(Socket peer) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(peer, null, true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(clientMustShowCertificate);
        socket.startHandshake();
        return socket;
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new IOException(
                    "there is no unencrypted PKCS#8 key in " + file + ": openssl pkcs8 -topk8 -nocrypt makes one");
        }
        for (String algorithm : ALGORITHMS) {
            try {
                byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // not of this algorithm
            }
        }
        throw new IOException("the key in " + file + " is neither RSA nor EC nor Ed25519");
    }
}
