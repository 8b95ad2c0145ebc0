// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

/** A right, as a SelfSubjectAccessReview asks for it. Empty namespace: all. */
public record Permission(String verb, String group, String resource, String subresource, String namespace) {
    /** e.g. "patch nodes" or "create pods/eviction in team-a". */
    public String words() {
        return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource)
                + (namespace.isEmpty() ? "" : " in " + namespace);
    }
}
