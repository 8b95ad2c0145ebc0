// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

/**
 * Names an object of the API.
 *
 * @param group empty for core/v1
 * @param resource plural, as in the URL
 * @param namespace empty for cluster scope
 */
public record ObjectRef(String group, String version, String resource, String kind, String namespace, String name) {
    public static ObjectRef pod(String namespace, String name) {
        return new ObjectRef("", "v1", "pods", "Pod", namespace, name);
    }

    public static ObjectRef node(String name) {
        return new ObjectRef("", "v1", "nodes", "Node", "", name);
    }

    /** Another object of the same collection; empty: the collection itself. */
    public ObjectRef named(String other) {
        return new ObjectRef(group, version, resource, kind, namespace, other);
    }

    /** Whether it is a pod. */
    public boolean isPod() {
        return group.isEmpty() && resource.equals("pods");
    }

    /** The group in an apiVersion such as {@code batch/v1}; empty for core/v1, which is written {@code v1}. */
    public static String groupOf(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    /** The version in an apiVersion. */
    public static String versionOf(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Path of the object below the server's address. */
    public String path() {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + resource
                + (name.isEmpty() ? "" : "/" + name);
    }

    /** The object as the operator knows it: "Pod team-a/web-0". */
    public String displayName() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
