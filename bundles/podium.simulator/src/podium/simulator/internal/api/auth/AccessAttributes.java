// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

/**
 * What is asked for.
 *
 * @param verb such as {@code list}
 * @param group API group
 * @param resource plural
 * @param subresource empty for the resource itself
 * @param namespace empty for cluster scope or all namespaces
 * @param name empty for none in particular
 */
public record AccessAttributes(
        String verb, String group, String resource, String subresource, String namespace, String name) {

    /** Resource and subresource as rules name them. */
    public String fullResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
}
