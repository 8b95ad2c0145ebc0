// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

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
                    it -> Texts.of("ClusterEntries.isTrueBesideACertificate", it),
                    Texts.of("ClusterEntries.takeInsecureSkipTls"));
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
            throw cluster.wrong(
                    "server",
                    it -> Texts.of("ClusterEntries.isMissing", it),
                    Texts.of("ClusterEntries.giveTheAddressOfTheApi"));
        }
        URI server = uri(cluster, "server", text.contains("://") ? text : "https://" + text);
        if (!"https".equals(server.getScheme()) && !"http".equals(server.getScheme())) {
            throw cluster.wrong(
                    "server",
                    it -> Texts.of("ClusterEntries.hasTheScheme", it, server.getScheme()),
                    Texts.of("ClusterEntries.useHttpsOrHttp"));
        }
        if (server.getHost() == null) {
            throw cluster.wrong(
                    "server",
                    it -> Texts.of("ClusterEntries.namesNoHost", it),
                    Texts.of("ClusterEntries.giveAnAddressLike"));
        }
        if (server.getRawUserInfo() != null) {
            throw cluster.wrong(
                    "server",
                    it -> Texts.of("ClusterEntries.holdsAUserName", it),
                    Texts.of("ClusterEntries.putTheCredentialsUnderUsers"));
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
        Optional<UnaryOperator<String>> flaw = ProxyAddress.flaw(proxy);
        if (flaw.isPresent()) {
            throw cluster.wrong("proxy-url", flaw.get(), Texts.of("ClusterEntries.giveAnAddressLikeHttp"));
        }
        return Optional.of(proxy);
    }

    private static URI uri(LocatedMapping cluster, String field, String text) throws KubeconfigException {
        try {
            URI uri = new URI(text);
            if (uri.getPort() > HIGHEST_PORT) {
                throw cluster.wrong(
                        field,
                        it -> Texts.of("ClusterEntries.hasThePort", it, uri.getPort()),
                        Texts.of("ClusterEntries.portsEndAt", HIGHEST_PORT));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw cluster.wrong(
                    field,
                    it -> Texts.of("ClusterEntries.isNotAnAddress", it, e.getReason()),
                    Texts.of("ClusterEntries.giveAnAddressLike"));
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
                    it -> Texts.of("ClusterEntries.andDataAreBoth", it, field),
                    Texts.of("ClusterEntries.keepTheOneThatIsRight"));
        }
        if (data.isEmpty()) {
            return path.isEmpty() ? Optional.empty() : Optional.of(new Pem.InFile(field, fields.path(field)));
        }
        return Optional.of(new Pem.Inline(
                field + "-data",
                Base64Text.decode(data)
                        .orElseThrow(() -> fields.wrong(
                                field + "-data",
                                it -> Texts.of("ClusterEntries.isNotBase64", it),
                                Texts.of("ClusterEntries.writeThePemText")))));
    }
}
