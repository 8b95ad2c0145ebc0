// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A kind of object as the API serves it, in its storage version. Two types are the same if group and plural are.
 *
 * @param group API group, empty for the core group
 * @param version version in which the objects are stored and served
 * @param plural name in the path, such as {@code pods}
 * @param singular name for one, such as {@code pod}
 * @param kind name in the object, such as {@code Pod}
 * @param namespaced whether objects live in a namespace
 * @param shortNames names a person may type instead
 * @param categories groups of kinds such as {@code all}
 */
public record ResourceType(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories) {

    public ResourceType {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }

    /** {@code group/version}, or the version alone in the core group: the object's {@code apiVersion}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code plural.group}, as error messages and access rules name it. */
    public String qualifiedName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceType type && plural.equals(type.plural) && group.equals(type.group);
    }

    @Override
    public int hashCode() {
        return plural.hashCode() * 31 + group.hashCode();
    }

    @Override
    public String toString() {
        return plural + "." + version + (group.isEmpty() ? "" : "." + group);
    }
}
