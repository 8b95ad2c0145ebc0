// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import podium.core.texts.Texts;

/**
 * A right, as a SelfSubjectAccessReview asks for it. Empty namespace: all.
 *
 * @param verb as in a role: get, patch, create ...
 * @param group empty for core/v1
 * @param resource plural, as in a role
 * @param subresource such as eviction; empty: the object itself
 * @param namespace empty: all of them, or the resource has none
 */
public record Permission(String verb, String group, String resource, String subresource, String namespace) {
    /** e.g. "patch nodes" or "create pods/eviction in team-a". */
    public String words() {
        String right = verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
        return namespace.isEmpty() ? right : Texts.of("Permission.inNamespace", right, namespace);
    }
}
