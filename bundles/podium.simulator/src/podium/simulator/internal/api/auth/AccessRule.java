// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.util.Set;

/**
 * Allows verbs on resources; {@code *} stands for all.
 *
 * @param verbs what may be done
 * @param groups API groups
 * @param resources plurals, subresources as {@code pods/eviction}
 * @param names only these objects, empty for all
 * @param namespaces only in these namespaces, empty for everywhere
 */
public record AccessRule(
        Set<String> verbs, Set<String> groups, Set<String> resources, Set<String> names, Set<String> namespaces) {

    private static final String ALL = "*";

    /** Allows everywhere. */
    public static AccessRule of(Set<String> verbs, Set<String> groups, Set<String> resources) {
        return new AccessRule(verbs, groups, resources, Set.of(), Set.of());
    }

    /** The same in some namespaces only. */
    public AccessRule in(String... only) {
        return new AccessRule(verbs, groups, resources, names, Set.of(only));
    }

    boolean allows(AccessAttributes asked) {
        return has(verbs, asked.verb())
                && has(groups, asked.group())
                && has(resources, asked.fullResource())
                && (names.isEmpty() || names.contains(asked.name()))
                && (namespaces.isEmpty() || namespaces.contains(asked.namespace()));
    }

    boolean appliesIn(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }

    private static boolean has(Set<String> set, String value) {
        return set.contains(ALL) || set.contains(value);
    }
}
