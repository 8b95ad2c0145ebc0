// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An SSL context whose engines send one fixed server name (SNI). java.net.http always sends the host of the URI, so
 * tls-server-name needs this.
 */
@NonNullByDefault({}) // the JDK types it extends do not constrain null
final class ServerNameContext extends SSLContextSpi {
    private final SSLContext context;
    private final String name;

    private ServerNameContext(SSLContext context, String name) {
        this.context = context;
        this.name = name;
    }

    static SSLContext of(SSLContext context, String name) {
        return new Wrapped(new ServerNameContext(context, name), context.getProvider(), context.getProtocol());
    }

    private static final class Wrapped extends SSLContext {
        Wrapped(SSLContextSpi spi, Provider provider, String protocol) {
            super(spi, provider, protocol);
        }
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return new ServerNameEngine(context.createSSLEngine(), name);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return new ServerNameEngine(context.createSSLEngine(name, port), name);
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("the context is made whole");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return context.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return context.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return context.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }
}
