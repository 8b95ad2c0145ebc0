// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import java.util.Optional;
import podium.core.cluster.SessionIdentity;

/**
 * Whether an operation may be gone on with over what answers now: the same cluster, the same person, the same rights. The uid of
 * {@code kube-system} lives as long as its cluster, so the same uid under another address is the same cluster. Where it may not be
 * read the address has to be the same; every write names the uid of its object besides.
 */
final class ResumeCheck {
    private ResumeCheck() {}

    /** What differs, in words; empty: nothing does. */
    static Optional<String> difference(SessionIdentity begun, SessionIdentity now, String cluster) {
        if (!isSameCluster(begun, now)) {
            return Optional.of("This was begun on another cluster than the one that answers now for " + cluster
                    + ": then " + place(begun) + ", now " + place(now) + ".");
        }
        if (!begun.user().equals(now.user())) {
            return Optional.of(
                    "This was begun as " + person(begun) + " on " + cluster + "; now you are " + person(now) + ".");
        }
        if (begun.impersonated() != now.impersonated()
                || now.impersonated() && !begun.groups().equals(now.groups())) {
            return Optional.of("This was begun as " + person(begun) + " on " + cluster + "; now you act as "
                    + person(now) + ", which has other rights.");
        }
        return Optional.empty();
    }

    private static boolean isSameCluster(SessionIdentity a, SessionIdentity b) {
        return a.clusterUid().isEmpty() || b.clusterUid().isEmpty()
                ? a.server().equals(b.server())
                : a.clusterUid().equals(b.clusterUid());
    }

    private static String place(SessionIdentity session) {
        return session.server() + (session.clusterUid().isEmpty() ? "" : " (uid " + session.clusterUid() + ")");
    }

    /** "alice", or "alice (acted as, with the groups ops and dev)". */
    static String person(SessionIdentity session) {
        String user = session.user().isEmpty() ? "somebody that the server does not name" : session.user();
        if (!session.impersonated()) {
            return user;
        }
        return user + " (acted as"
                + (session.groups().isEmpty() ? "" : ", with the groups " + String.join(", ", session.groups())) + ")";
    }
}
