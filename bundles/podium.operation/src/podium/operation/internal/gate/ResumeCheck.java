// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import java.util.Optional;
import podium.core.cluster.SessionIdentity;
import podium.operation.texts.Texts;

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
            return Optional.of(Texts.of("ResumeCheck.anotherCluster", cluster, place(begun), place(now)));
        }
        if (!begun.user().equals(now.user())) {
            return Optional.of(Texts.of("ResumeCheck.anotherUser", person(begun), cluster, person(now)));
        }
        if (begun.impersonated() != now.impersonated()
                || now.impersonated() && !begun.groups().equals(now.groups())) {
            return Optional.of(Texts.of("ResumeCheck.otherRights", person(begun), cluster, person(now)));
        }
        return Optional.empty();
    }

    private static boolean isSameCluster(SessionIdentity a, SessionIdentity b) {
        return a.clusterUid().isEmpty() || b.clusterUid().isEmpty()
                ? a.server().equals(b.server())
                : a.clusterUid().equals(b.clusterUid());
    }

    private static String place(SessionIdentity session) {
        return session.clusterUid().isEmpty()
                ? session.server()
                : Texts.of("ResumeCheck.serverWithUid", session.server(), session.clusterUid());
    }

    /** "alice", or "alice (acted as, with the groups ops and dev)". */
    static String person(SessionIdentity session) {
        String user = session.user().isEmpty() ? Texts.of("ResumeCheck.somebodyThatTheServer") : session.user();
        if (!session.impersonated()) {
            return user;
        }
        return session.groups().isEmpty()
                ? Texts.of("ResumeCheck.actedAs", user)
                : Texts.of("ResumeCheck.actedAsWithTheGroups", user, String.join(", ", session.groups()));
    }
}
