// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what users may do. Immutable. */
public final class AccessPolicy {

    private final List<Grant> grants;

    /** A policy of these grants; everybody with a token may also ask about themselves. */
    public AccessPolicy(List<Grant> grants) {
        List<Grant> all = new ArrayList<>(grants);
        all.add(Grant.toGroup(Role.BASIC_USER, "system:authenticated"));
        this.grants = List.copyOf(all);
    }

    /** Why it is allowed, empty if it is not. */
    public Optional<String> allows(User user, AccessAttributes asked) {
        return grants.stream()
                .filter(grant -> grant.concerns(user))
                .filter(grant -> grant.role().rules().stream().anyMatch(rule -> rule.allows(asked)))
                .map(grant ->
                        "RBAC: allowed by ClusterRoleBinding \"" + grant.role().name() + "\" of ClusterRole \""
                                + grant.role().name() + "\" to " + (grant.group() ? "Group" : "User") + " \""
                                + grant.subject() + "\"")
                .findFirst();
    }

    /** All rules that concern a user in a namespace. */
    public List<AccessRule> rules(User user, String namespace) {
        return grants.stream()
                .filter(grant -> grant.concerns(user))
                .flatMap(grant -> grant.role().rules().stream())
                .filter(rule -> rule.appliesIn(namespace))
                .toList();
    }

    /** The sentence of a refusal, after "is forbidden: ". */
    public static String refusal(User user, AccessAttributes asked) {
        String where =
                asked.namespace().isEmpty() ? "at the cluster scope" : "in the namespace \"" + asked.namespace() + "\"";
        return "User \"" + user.name() + "\" cannot " + asked.verb() + " resource \"" + asked.fullResource()
                + "\" in API group \"" + asked.group() + "\" " + where;
    }
}
