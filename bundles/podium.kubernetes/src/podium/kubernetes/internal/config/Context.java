// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.model.fleet.Protection;

/**
 * A context with all that it names, ready to be connected.
 *
 * @param namespace empty when the context names none
 */
public record Context(String name, String namespace, Cluster cluster, Identity identity) {
    /** The same with requests made as somebody else. */
    public Context as(Impersonation other) {
        return new Context(
                name,
                namespace,
                cluster,
                new Identity(identity.name(), identity.certificate(), identity.proof(), other));
    }

    /**
     * How the way to the server is kept from others. Plain http is that of kubectl proxy too, and then nobody else is on
     * the way, unless the kubeconfig meant credentials to go there.
     */
    public Protection protection() {
        if (cluster.encrypted()) {
            return cluster.insecure() ? Protection.UNVERIFIED : Protection.VERIFIED;
        }
        return cluster.local() && !identity.named() ? Protection.VERIFIED : Protection.PLAIN;
    }

    /**
     * What connecting would read or run outside the kubeconfig, in words, one a line; empty: nothing. The text is the
     * question put to the operator.
     */
    public Optional<String> consentNeeded() {
        List<String> lines = new ArrayList<>();
        if (identity.proof() instanceof Identity.Plugin plugin) {
            lines.add("run " + plugin.exec());
        }
        if (identity.proof() instanceof Identity.TokenFile file) {
            lines.add("read tokenFile " + file.path());
        }
        cluster.authority().ifPresent(pem -> file(pem, lines));
        identity.certificate().ifPresent(certificate -> {
            file(certificate.chain(), lines);
            file(certificate.key(), lines);
        });
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of("To connect, context \"" + name + "\" wants to:\n" + String.join("\n", lines));
    }

    private static void file(Pem pem, List<String> lines) {
        if (pem instanceof Pem.InFile(String field, var path)) {
            lines.add("read " + field + " " + path);
        }
    }
}
