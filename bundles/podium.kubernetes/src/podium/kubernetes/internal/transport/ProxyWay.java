// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ProxyAddress;
import podium.kubernetes.texts.Texts;

/** How java.net.http gets to a server: without a proxy, through one that it speaks to itself, or by a relay. */
final class ProxyWay implements AutoCloseable {
    /** Header of what a proxy asks for; java.net.http sends it to the proxy only. */
    static final String HEADER = "Proxy-Authorization";

    private static final int PASSWORD_WANTED = 407;

    private final Optional<URI> proxy;
    private final Optional<ProxyRelay> relay;
    private final Optional<ProxySelector> selector;

    private ProxyWay(Optional<URI> proxy, Optional<ProxyRelay> relay, Optional<ProxySelector> selector) {
        this.proxy = proxy;
        this.relay = relay;
        this.selector = selector;
    }

    static ProxyWay of(ClusterEntry cluster) throws IOException {
        Optional<URI> proxy = cluster.proxy();
        if (proxy.isEmpty()) {
            return new ProxyWay(proxy, Optional.empty(), Optional.empty());
        }
        URI through = proxy.get();
        if ("http".equals(through.getScheme()) && through.getRawUserInfo() == null) {
            return new ProxyWay(
                    proxy,
                    Optional.empty(),
                    Optional.of(ProxySelector.of(
                            InetSocketAddress.createUnresolved(through.getHost(), ProxyAddress.port(through)))));
        }
        if (!cluster.encrypted()) {
            throw new ProxyException(
                    Texts.of("ProxyWay.podiumGoesToAServer", ProxyAddress.words(through)),
                    Texts.of("ProxyWay.useAnHttpsServer"),
                    null);
        }
        ProxyRelay relay = new ProxyRelay(new ProxyDialler(through, Tls.proxy(cluster)));
        return new ProxyWay(proxy, Optional.of(relay), Optional.of(ProxySelector.of(relay.address())));
    }

    /** Empty: that of the JVM. */
    Optional<ProxySelector> selector() {
        return selector;
    }

    /** What each request has to show; empty: nothing. */
    Optional<String> proof() {
        return relay.map(ProxyRelay::proof);
    }

    /** Refuses an answer that is the proxy's own: java.net.http hands on that it asks for a password. */
    void check(int status) throws ProxyException {
        if (status == PASSWORD_WANTED && proxy.isPresent()) {
            throw new ProxyException(
                    Texts.of("ProxyWay.theProxyAsksForAUser", ProxyAddress.words(proxy.get())),
                    Texts.of("ProxyWay.checkHttpsProxyOrProxy"),
                    null);
        }
    }

    /** A failure, told as one of the proxy where it is: nothing but the proxy was dialled. */
    IOException told(IOException failure) {
        if (proxy.isEmpty()) {
            return failure;
        }
        boolean tunnel = String.valueOf(failure.getMessage()).contains("Tunnel failed");
        Optional<ProxyException> known = relay.flatMap(ProxyRelay::problem).filter(problem -> tunnel);
        if (known.isPresent()) {
            return new ProxyException(
                    String.valueOf(known.get().getMessage()), known.get().advice(), failure);
        }
        if (tunnel || isConnect(failure)) {
            return new ProxyException(
                    tunnel
                            ? Texts.of(
                                    "ProxyWay.doesNotLetThrough", ProxyAddress.words(proxy.get()), failure.getMessage())
                            : Texts.of("ProxyWay.doesNotAnswer", ProxyAddress.words(proxy.get())),
                    Texts.of("ProxyWay.checkHttpsProxyNoProxy"),
                    failure);
        }
        return failure;
    }

    private static boolean isConnect(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ConnectException || cause != null && cause != failure && isConnect(cause);
    }

    @Override
    public void close() {
        relay.ifPresent(ProxyRelay::close);
    }
}
