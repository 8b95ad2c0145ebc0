// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.util.List;
import java.util.Optional;

/**
 * Names an object of the API.
 *
 * @param group empty for core/v1
 * @param version of the group, such as {@code v1beta1}
 * @param resource plural, as in the URL; empty: not known, only the server can tell it
 * @param kind as objects name it in {@code kind}; empty where only the resource is known
 * @param namespace empty for cluster scope
 * @param name empty for a whole collection
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

    /** The same object under the resource that one of these collections of its group and kind has; empty: none is of its kind. */
    public Optional<ObjectRef> under(List<ObjectRef> collections) {
        return collections.stream()
                .filter(one -> one.group().equals(group) && one.kind().equals(kind))
                .map(one -> new ObjectRef(group, version, one.resource(), kind, namespace, name))
                .findFirst();
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
