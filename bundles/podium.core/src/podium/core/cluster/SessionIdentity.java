// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.List;

/**
 * Which cluster a connection speaks to and whom that takes it for, as the server itself says.
 *
 * @param server address of the API server
 * @param clusterUid uid of the namespace {@code kube-system}, which lives as long as its cluster; empty: it may not be read
 * @param user name in the answer to a SelfSubjectReview (authentication.k8s.io), impersonation included; empty: the server has no such API
 * @param groups of that user, in the order of the answer
 * @param impersonated true when the requests ask to be taken for somebody else
 */
public record SessionIdentity(
        String server, String clusterUid, String user, List<String> groups, boolean impersonated) {
    public SessionIdentity {
        groups = List.copyOf(groups);
    }
}
