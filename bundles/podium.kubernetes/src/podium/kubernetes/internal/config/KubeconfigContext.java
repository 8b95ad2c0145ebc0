// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import podium.model.fleet.Protection;

/**
 * A context with all that it names, ready to be connected.
 *
 * @param namespace empty when the context names none
 */
public record KubeconfigContext(String name, String namespace, ClusterEntry cluster, UserEntry identity) {
    /** The same with requests made as somebody else. */
    public KubeconfigContext as(Impersonation other) {
        return new KubeconfigContext(
                name,
                namespace,
                cluster,
                new UserEntry(identity.name(), identity.certificate(), identity.proof(), other));
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

    /** Whether connecting reads or runs anything outside the kubeconfig, so that the operator must be asked. */
    public boolean reachesOut() {
        return identity.proof() instanceof UserEntry.Plugin
                || identity.proof() instanceof UserEntry.TokenFile
                || cluster.authority().filter(Pem.InFile.class::isInstance).isPresent()
                || identity.certificate()
                        .filter(certificate ->
                                certificate.chain() instanceof Pem.InFile || certificate.key() instanceof Pem.InFile)
                        .isPresent();
    }
}
