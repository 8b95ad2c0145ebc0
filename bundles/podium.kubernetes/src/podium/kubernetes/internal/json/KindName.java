// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;

/**
 * How the API names a kind.
 *
 * @param group empty for core
 * @param versions those that can be read, the preferred first
 * @param resource plural, as in the URL
 */
public record KindName(String group, List<String> versions, String resource, String kind) {
    public KindName {
        versions = List.copyOf(versions);
    }

    /** A kind of one version. */
    public KindName(String group, String version, String resource, String kind) {
        this(group, List.of(version), resource, kind);
    }

    /** apiVersion of the preferred version. */
    public String apiVersion() {
        return group.isEmpty() ? versions.getFirst() : group + "/" + versions.getFirst();
    }
}
