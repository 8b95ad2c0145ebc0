// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.List;

/**
 * Another identity for the requests to a cluster (impersonation); needs the right to impersonate it.
 *
 * @param user name, never empty
 * @param groups that the user is in; none: the server adds what it adds to everybody
 */
public record ImpersonatedUser(String user, List<String> groups) {
    public ImpersonatedUser {
        groups = List.copyOf(groups);
    }

    /** "alice", or "alice (team-a, oncall)". */
    @Override
    public String toString() {
        return groups.isEmpty() ? user : user + " (" + String.join(", ", groups) + ")";
    }
}
