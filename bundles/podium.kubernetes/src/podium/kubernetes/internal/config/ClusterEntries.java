// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.cluster.KubeconfigException;

/** Reads the cluster entries of a kubeconfig. */
final class ClusterEntries {
    private static final int HIGHEST_PORT = 65_535;

    private ClusterEntries() {}

    static ClusterEntry read(String name, LocatedMapping cluster) throws KubeconfigException {
        Optional<Pem> authority = pem(cluster, "certificate-authority");
        boolean insecure = cluster.flag("insecure-skip-tls-verify");
        if (insecure && authority.isPresent()) {
            // client-go, transport/transport.go: TLSConfigFor
            throw cluster.wrong(
                    "insecure-skip-tls-verify",
                    "is true beside a certificate-authority, which kubectl refuses",
                    "Take insecure-skip-tls-verify out: the authority is there to be verified against.");
        }
        return new ClusterEntry(
                name,
                server(cluster),
                authority,
                cluster.text("tls-server-name"),
                insecure,
                proxy(cluster),
                forPlugin(cluster));
    }

    /** client-go, tools/clientcmd/client_config.go: clusterExtensionKey, and rest/exec.go. */
    private static String forPlugin(LocatedMapping cluster) throws KubeconfigException {
        List<String> fields = new ArrayList<>();
        if (cluster.flag("disable-compression")) {
            fields.add("\"disable-compression\":true");
        }
        for (LocatedMapping extension : cluster.children("extensions")) {
            if ("client.authentication.k8s.io/exec".equals(extension.text("name")) && extension.has("extension")) {
                fields.add("\"config\":" + extension.json("extension"));
            }
        }
        return fields.isEmpty() ? "" : "{" + String.join(",", fields) + "}";
    }

    private static URI server(LocatedMapping cluster) throws KubeconfigException {
        String text = cluster.text("server");
        if (text.isEmpty()) {
            throw cluster.wrong("server", "is missing", "Give the address of the API server, https://host:6443.");
        }
        URI server = uri(cluster, "server", text.contains("://") ? text : "https://" + text);
        if (!"https".equals(server.getScheme()) && !"http".equals(server.getScheme())) {
            throw cluster.wrong("server", "has the scheme \"" + server.getScheme() + "\"", "Use https (or http).");
        }
        if (server.getHost() == null) {
            throw cluster.wrong("server", "names no host", "Give an address like https://host:6443.");
        }
        if (server.getRawUserInfo() != null) {
            throw cluster.wrong("server", "holds a user name", "Put the credentials under users.");
        }
        String whole = server.toString();
        return URI.create(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
    }

    private static Optional<URI> proxy(LocatedMapping cluster) throws KubeconfigException {
        String text = cluster.text("proxy-url");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI proxy = uri(cluster, "proxy-url", text);
        Optional<String> flaw = ProxyAddress.flaw(proxy);
        if (flaw.isPresent()) {
            throw cluster.wrong(
                    "proxy-url",
                    flaw.get(),
                    "Give an address like http://proxy:3128, https://proxy or socks5://proxy:1080.");
        }
        return Optional.of(proxy);
    }

    private static URI uri(LocatedMapping cluster, String field, String text) throws KubeconfigException {
        try {
            URI uri = new URI(text);
            if (uri.getPort() > HIGHEST_PORT) {
                throw cluster.wrong(field, "has the port " + uri.getPort(), "Ports end at " + HIGHEST_PORT + ".");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw cluster.wrong(
                    field, "is not an address: " + e.getReason(), "Give an address like https://host:6443.");
        }
    }

    /**
     * A field of PEM text: {@code field-data} in base64, or {@code field} as a path; not both, as client-go has it
     * (tools/clientcmd/validation.go).
     */
    static Optional<Pem> pem(LocatedMapping fields, String field) throws KubeconfigException {
        String data = fields.text(field + "-data");
        String path = fields.text(field);
        if (!data.isEmpty() && !path.isEmpty()) {
            throw fields.wrong(
                    field,
                    "and " + field + "-data are both given, which kubectl refuses",
                    "Keep the one that is right.");
        }
        if (data.isEmpty()) {
            return path.isEmpty() ? Optional.empty() : Optional.of(new Pem.InFile(field, fields.path(field)));
        }
        return Optional.of(new Pem.Inline(
                field + "-data",
                Base64Text.decode(data)
                        .orElseThrow(() -> fields.wrong(
                                field + "-data", "is not base64", "Write the PEM text in base64 on one line."))));
    }
}
