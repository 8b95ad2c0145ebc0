// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;

/**
 * What can be chosen on a server.
 *
 * @param resources all that it lists
 * @param namespaces their names; none where they may not be listed
 */
public record ObjectKinds(List<ServedResource> resources, List<String> namespaces) {
    /** Nothing is known. */
    public static final ObjectKinds NONE = new ObjectKinds(List.of(), List.of());

    /** Asks a server. Blocks. */
    public static ObjectKinds read(ObjectTables tables) throws IOException {
        List<ServedResource> resources = tables.resources();
        ObjectKinds all = new ObjectKinds(resources, List.of());
        return new ObjectKinds(
                resources, all.find("namespaces").map(one -> names(tables, one)).orElse(List.of()));
    }

    private static List<String> names(ObjectTables tables, ServedResource namespaces) {
        try {
            return tables.table(namespaces, "", "").rows().stream()
                    .map(Row::name)
                    .toList();
        } catch (IOException e) {
            // who may not list them types one
            return List.of();
        }
    }

    /** What a word means: core/v1 before others, as kubectl takes it. */
    Optional<ServedResource> find(String word) {
        return resources.stream()
                .filter(one -> one.isCalled(word.strip()))
                .min(Comparator.comparing(
                                (ServedResource one) -> !one.fullName().equals(word.strip()))
                        .thenComparing(one -> !one.group().isEmpty())
                        .thenComparing(one -> one.group().contains(".")));
    }

    /** Whether the server tells what objects of this kind use (metrics.k8s.io). */
    boolean isMeasured(ServedResource resource) {
        return resource.group().isEmpty()
                && resources.stream()
                        .anyMatch(one -> one.group().equals("metrics.k8s.io")
                                && one.resource().equals(resource.resource()));
    }

    List<String> names() {
        return resources.stream().map(ServedResource::fullName).toList();
    }
}
