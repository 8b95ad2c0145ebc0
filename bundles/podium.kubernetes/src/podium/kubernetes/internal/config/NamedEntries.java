// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/**
 * The contexts, clusters or users of one kubeconfig or of several. Of two entries of one name that of the first file holds,
 * whole: no field of the second is used (client-go, tools/clientcmd/loader.go: ClientConfigLoadingRules.Load).
 */
final class NamedEntries {
    private final String list;
    private final String body;
    private final Map<String, LocatedMapping> entries = new LinkedHashMap<>();
    /** Files whose entry of a name is not used, because one before them has it too. */
    private final Map<String, Set<Path>> passedOver = new HashMap<>();

    /**
     * @param list name of the list in a kubeconfig
     * @param body field of its elements that holds what is named
     */
    NamedEntries(String list, String body) {
        this.list = list;
        this.body = body;
    }

    /** Adds what a file has besides. */
    void add(LocatedMapping root) throws KubeconfigException {
        root.named(list, body).entries().forEach((name, entry) -> {
            if (entries.putIfAbsent(name, entry) != null) {
                passedOver.computeIfAbsent(name, _ -> new HashSet<>()).add(root.file());
            }
        });
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** That the entry beside what asks for it is not the one that is used, in a sentence; empty: it is. */
    Optional<String> elsewhere(String name, Path where) {
        LocatedMapping entry = entries.get(name);
        return entry == null || !passedOver.getOrDefault(name, Set.of()).contains(where)
                ? Optional.empty()
                : Optional.of(Texts.of("NamedEntries.theComesFromTheFirst", body, name, entry.file(), where));
    }

    /**
     * @param where the file that asks for it
     * @throws KubeconfigException when there is none of that name
     */
    LocatedMapping get(String name, Path where, String cure) throws KubeconfigException {
        LocatedMapping entry = entries.get(name);
        if (entry == null) {
            throw KubeconfigFile.problem(where, Texts.of("NamedEntries.hasNoEntryNamed", list, name), cure);
        }
        return entry;
    }
}
