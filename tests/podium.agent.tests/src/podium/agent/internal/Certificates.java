// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a self-signed certificate, made by the JDK's keytool. */
record Certificates(Path folder, String name) {
    private static final String PASSWORD = "only-for-this-test";

    static Certificates make(Path folder, String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1", "-ext", "bc:c"));
        command.addAll(List.of(
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve(name + ".p12").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return new Certificates(folder, name);
    }

    Path certificate() throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", store().getCertificate(name).getEncoded());
    }

    Path key() throws IOException, GeneralSecurityException {
        return pem("PRIVATE KEY", store().getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    /** A client that shows this certificate and trusts the server's. */
    SSLContext client(Certificates server) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        SSLContext context = trusting(server);
        context.init(keys.getKeyManagers(), trust(server).getTrustManagers(), null);
        return context;
    }

    /** A client that shows no certificate and trusts the server's. */
    static SSLContext trusting(Certificates server) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(server).getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trust(Certificates server) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.store().getCertificate(server.name()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Path pem(String label, byte[] der) throws IOException {
        Path file = folder.resolve(name + "-" + label.replace(' ', '-') + ".pem");
        return Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                        + "-----\n");
    }
}
