// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.kubernetes.texts.Texts;

/** Addresses of proxies, as Go's net/http takes them: http, https and SOCKS5, with the ports it takes when none is named. */
public final class ProxyAddress {
    /** Of a kubeconfig: client-go, tools/clientcmd/helpers.go, parseProxyURL. */
    private static final List<String> SCHEMES = List.of("http", "https", "socks5");

    /** Which the environment may name besides, and which means the same (net/http, transport.go). */
    private static final String SOCKS_BY_NAME = "socks5h";

    private static final int HIGHEST_PORT = 65_535;

    private ProxyAddress() {}

    /** What is wrong with one of a kubeconfig, told of where it stands; empty: nothing. */
    static Optional<UnaryOperator<String>> flaw(URI proxy) {
        String scheme = proxy.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme)) {
            return Optional.of(
                    it -> Texts.of("ProxyAddress.hasTheSchemeWhichKubectl", it, scheme == null ? "" : scheme));
        }
        return placeFlaw(proxy);
    }

    private static Optional<UnaryOperator<String>> placeFlaw(URI proxy) {
        if (proxy.getHost() == null) {
            return Optional.of(it -> Texts.of("ProxyAddress.namesNoHost", it));
        }
        return proxy.getPort() > HIGHEST_PORT
                ? Optional.of(it -> Texts.of("ProxyAddress.hasThePort", it, proxy.getPort()))
                : Optional.empty();
    }

    /** One of the environment, where http:// may be left out (golang.org/x/net/http/httpproxy: parseProxy); empty: it is none. */
    static Optional<URI> parse(String text) {
        return uri(text)
                .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
                .or(() -> uri("http://" + text))
                .filter(uri -> SOCKS_BY_NAME.equals(uri.getScheme())
                        ? placeFlaw(uri).isEmpty()
                        : flaw(uri).isEmpty());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Its port, or that of its scheme (net/http, transport.go: portMap). */
    public static int port(URI proxy) {
        return proxy.getPort() >= 0
                ? proxy.getPort()
                : switch (String.valueOf(proxy.getScheme())) {
                    case "https" -> 443;
                    case "socks5", SOCKS_BY_NAME -> 1080;
                    default -> 80;
                };
    }

    /** An address written as one, an IPv6 one in its brackets or without; empty: it is a name. Nothing is looked up. */
    public static Optional<InetAddress> literal(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            return bare.contains(":") || bare.matches("[0-9]+(\\.[0-9]+){3}")
                    ? Optional.of(InetAddress.ofLiteral(bare))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For the eye: without user name and password. */
    public static String words(URI proxy) {
        String whole = proxy.toString();
        String user = proxy.getRawUserInfo();
        return user == null ? whole : whole.replace(user + "@", "");
    }
}
