// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A resource as a server's discovery tells it, in the version that the server prefers.
 *
 * @param group empty for core/v1
 * @param version of the group, the one that the server prefers
 * @param resource plural, as in the URL
 * @param kind as objects name it
 * @param singular name of one object in lower case; empty: the server tells none
 * @param shortNames such as {@code po}
 * @param namespaced whether its objects lie in namespaces
 * @param verbs what can be done with it: list, watch, patch ...
 * @param subresources such as status and scale
 */
public record ServedResource(
        String group,
        String version,
        String resource,
        String kind,
        String singular,
        List<String> shortNames,
        boolean namespaced,
        Set<String> verbs,
        Set<String> subresources) {
    public ServedResource {
        shortNames = List.copyOf(shortNames);
        verbs = Set.copyOf(verbs);
        subresources = Set.copyOf(subresources);
    }

    /** The collection in a namespace; empty: in all of them. */
    public ObjectRef in(String namespace) {
        return object(namespace, "");
    }

    /** One of its objects. */
    public ObjectRef object(String namespace, String name) {
        return new ObjectRef(group, version, resource, kind, namespaced ? namespace : "", name);
    }

    /** As kubectl names it where a short name could mean two: {@code jobs.batch}, {@code pods}. */
    public String fullName() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    /** Whether it is the resource of Secrets, of which only names are listed. */
    public boolean isSecret() {
        return group.isEmpty() && resource.equals("secrets");
    }

    /** Whether a word names it: plural, singular, kind, a short name, or the full name. */
    public boolean isCalled(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals(resource)
                || lower.equals(singular)
                || lower.equals(kind.toLowerCase(Locale.ROOT))
                || lower.equals(fullName())
                || shortNames.contains(lower);
    }
}
