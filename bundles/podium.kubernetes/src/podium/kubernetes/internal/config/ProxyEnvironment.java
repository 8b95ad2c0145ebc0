// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/**
 * The proxy that the environment names, by the rules of Go's programs, kubectl among them (golang.org/x/net/http/httpproxy,
 * proxy.go: FromEnvironment, useProxy, init): HTTPS_PROXY for https, HTTP_PROXY for http, each also in small letters, and
 * NO_PROXY for what is reached without. This machine is always reached without. ALL_PROXY is not among them, and kubectl does not
 * read it.
 */
public record ProxyEnvironment(Map<String, String> environment) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public ProxyEnvironment {
        environment = Map.copyOf(environment);
    }

    /**
     * The context with the proxy of the environment, where its kubeconfig names none: that one goes before, and NO_PROXY does not
     * count for it (client-go, rest/config.go: Proxy).
     *
     * @throws KubeconfigException when the environment names something that is no proxy, which kubectl refuses too
     */
    public KubeconfigContext through(KubeconfigContext context) throws KubeconfigException {
        ClusterEntry cluster = context.cluster();
        Optional<URI> proxy = cluster.proxy().isPresent() ? Optional.empty() : proxy(cluster.server());
        return proxy.isEmpty()
                ? context
                : new KubeconfigContext(
                        context.name(), context.namespace(), cluster.through(proxy.get()), context.identity());
    }

    Optional<URI> proxy(URI server) throws KubeconfigException {
        boolean encrypted = "https".equals(server.getScheme());
        String variable = encrypted ? "HTTPS_PROXY" : "HTTP_PROXY";
        String given = value(variable);
        int port = server.getPort() >= 0 ? server.getPort() : encrypted ? HTTPS : HTTP;
        String host = String.valueOf(server.getHost()).toLowerCase(Locale.ROOT);
        if (given.isEmpty()
                || ProxyExceptions.isLocal(host)
                || new ProxyExceptions(value("NO_PROXY")).has(host, port)) {
            return Optional.empty();
        }
        return Optional.of(ProxyAddress.parse(given)
                .orElseThrow(() -> KubeconfigFile.problem(
                        Path.of(variable),
                        Texts.of("ProxyEnvironment.isNotTheAddress"),
                        Texts.of("ProxyEnvironment.giveOneLikeHttp"))));
    }

    private String value(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }
}
