// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

/**
 * What is asked for: a resource, or a path that is none.
 *
 * @param verb such as {@code list}
 * @param group API group
 * @param resource plural
 * @param subresource empty for the resource itself
 * @param namespace empty for cluster scope or all namespaces
 * @param name empty for none in particular
 * @param path such as {@code /version}, empty for a resource
 */
public record AccessAttributes(
        String verb, String group, String resource, String subresource, String namespace, String name, String path) {

    /** A resource. */
    public AccessAttributes(
            String verb, String group, String resource, String subresource, String namespace, String name) {
        this(verb, group, resource, subresource, namespace, name, "");
    }

    /** A path that is no resource. */
    public static AccessAttributes ofPath(String verb, String path) {
        return new AccessAttributes(verb, "", "", "", "", "", path);
    }

    /** Resource and subresource as rules name them. */
    public String fullResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    /** Whether a rule of a role allows it. Source: plugin/pkg/auth/authorizer/rbac/rbac.go, RuleAllows. */
    boolean allowedBy(PolicyRule rule) {
        if (!rule.has("verbs", verb)) {
            return false;
        }
        return path.isEmpty()
                ? rule.has("apiGroups", group)
                        && (rule.has("resources", fullResource())
                                || !subresource.isEmpty() && rule.has("resources", "*/" + subresource))
                        && rule.names(name)
                : rule.reaches(path);
    }
}
