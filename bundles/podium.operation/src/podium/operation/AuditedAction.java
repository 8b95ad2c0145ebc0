// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;

/**
 * One action on a cluster outside of operations: each of its records in the journal says where and as whom it was.
 *
 * @param session which cluster answered and whom it took the operator for, as it said before; empty: it has not said
 * @param kind of action, as "shell"; the same in every language
 * @param title what it is about, for people
 */
public record AuditedAction(ClusterId cluster, Optional<SessionIdentity> session, String kind, String title) {
    /** One that begins now, as whoever the cluster takes the operator for. Does not block. */
    public static AuditedAction of(Connections connections, ClusterId cluster, String kind, String title) {
        Optional<SessionIdentity> session =
                connections.capability(cluster, SessionIdentityReader.class).flatMap(SessionIdentityReader::known);
        return new AuditedAction(cluster, session, kind, title);
    }
}
