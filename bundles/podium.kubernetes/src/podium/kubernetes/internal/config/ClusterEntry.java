// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.URI;
import java.util.Optional;

/**
 * The cluster of a context.
 *
 * @param server address of the API server, http or https, without a slash at its end
 * @param authority who signs its certificate; empty: whom the JVM trusts
 * @param tlsServerName name its certificate must bear in the place of the host's; empty: the host's
 * @param insecure verification is off, for this cluster only
 * @param proxy to go through: http, https or socks5; what stands in it before an @ is secret
 * @param forPlugin what a credential plugin is told besides, as fields of its spec.cluster in JSON; empty: nothing
 */
public record ClusterEntry(
        String name,
        URI server,
        Optional<Pem> authority,
        String tlsServerName,
        boolean insecure,
        Optional<URI> proxy,
        String forPlugin) {
    /** The same through a proxy. */
    ClusterEntry through(URI other) {
        return new ClusterEntry(name, server, authority, tlsServerName, insecure, Optional.of(other), forPlugin);
    }

    /** Whether requests go over TLS. */
    public boolean encrypted() {
        return "https".equals(server.getScheme());
    }

    /** Whether what is sent never leaves this machine. */
    public boolean local() {
        return ProxyExceptions.isLocal(String.valueOf(server.getHost()));
    }
}
