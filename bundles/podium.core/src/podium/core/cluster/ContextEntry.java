// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

/**
 * A context of a kubeconfig that can be opened, with what distinguishes it from others of the same name.
 *
 * @param server where it leads; empty: it is broken
 * @param namespace empty: it names none
 * @param user entry of the kubeconfig; empty: it names none
 * @param current whether kubectl would take it when none is named
 * @param problem why it cannot be opened as it stands, with the cure; empty: nothing is known against it
 */
public record ContextEntry(
        ClusterTarget target, String server, String namespace, String user, boolean current, String problem) {}
