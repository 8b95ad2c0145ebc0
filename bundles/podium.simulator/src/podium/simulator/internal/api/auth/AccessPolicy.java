// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Decides what users may do: all for members of {@code system:masters}, else what the roles give them that are bound to them, as
 * the RBAC authorizer does. Source: plugin/pkg/auth/authorizer/rbac. Any thread.
 */
public final class AccessPolicy {

    private static final String MASTERS = "system:masters";

    private final ObjectStore store;

    /** A policy of the roles and bindings in a store, as they are when somebody asks. */
    public AccessPolicy(ObjectStore store) {
        this.store = store;
    }

    /**
     * Whether something is allowed.
     *
     * @param reason what allowed it, or what went wrong while it was looked for; empty: nothing is to be said
     */
    public record Decision(boolean allowed, String reason) {}

    /**
     * The rules that concern somebody.
     *
     * @param fault what went wrong while they were looked for, else empty
     */
    public record Rules(List<PolicyRule> rules, String fault) {}

    /** Whether a user may do what is asked. */
    public Decision decide(User user, AccessAttributes asked) {
        if (user.groups().contains(MASTERS)) {
            return new Decision(true, "");
        }
        Set<String> missing = new LinkedHashSet<>();
        for (RoleBinding binding : bindings(user, asked.namespace())) {
            var rules = binding.rules(store);
            if (rules.isEmpty()) {
                missing.add(binding.missing());
            } else if (rules.get().stream().anyMatch(asked::allowedBy)) {
                return new Decision(true, binding.reason(binding.subject(user).orElseThrow()));
            }
        }
        return new Decision(false, missing.isEmpty() ? "" : "RBAC: " + words(missing));
    }

    /** All rules that concern a user in a namespace. */
    public Rules rules(User user, String namespace) {
        List<PolicyRule> rules = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (RoleBinding binding : bindings(user, namespace)) {
            binding.rules(store).ifPresentOrElse(rules::addAll, () -> missing.add(binding.missing()));
        }
        return new Rules(List.copyOf(rules), missing.isEmpty() ? "" : words(missing));
    }

    private List<RoleBinding> bindings(User user, String namespace) {
        return Stream.concat(
                        store.list(ResourceTypes.CLUSTER_ROLE_BINDING, "").stream(),
                        namespace.isEmpty()
                                ? Stream.empty()
                                : store.list(ResourceTypes.ROLE_BINDING, namespace).stream())
                .map(RoleBinding::new)
                .filter(binding -> binding.subject(user).isPresent())
                .toList();
    }

    private static String words(Set<String> missing) {
        return missing.size() == 1 ? missing.iterator().next() : missing.toString();
    }

    /** The sentence of a refusal, after "forbidden: ". */
    public static String refusal(User user, AccessAttributes asked, Decision decision) {
        String what = asked.path().isEmpty()
                ? "resource \"" + asked.fullResource() + "\" in API group \"" + asked.group() + "\" "
                        + (asked.namespace().isEmpty()
                                ? "at the cluster scope"
                                : "in the namespace \"" + asked.namespace() + "\"")
                : "path \"" + asked.path() + "\"";
        return "User \"" + user.name() + "\" cannot " + asked.verb() + " " + what
                + (decision.reason().isEmpty() ? "" : ": " + decision.reason());
    }
}
