// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import podium.agent.texts.Texts;
import podium.sources.PemTls;

/**
 * TLS of the agent's address: its own certificate, and where a certificate authority for clients is named, only clients
 * that it has signed.
 */
final class ServerTls {
    private static final char[] IN_MEMORY_ONLY = new char[0];

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
            own.setKeyEntry("agent", PemTls.key(key), IN_MEMORY_ONLY, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, IN_MEMORY_ONLY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), clients.isPresent() ? PemTls.trust(clients.get()) : null, null);
            return new ServerTls(context, clients.isPresent());
        } catch (GeneralSecurityException e) {
            throw new IOException(Texts.of("ServerTls.theKeyInDoes", key, certificate), e);
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
}
