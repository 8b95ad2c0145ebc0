// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.HashSet;
import java.util.Set;

/** Pods on nodes and debug containers that shells of this window use: none of them is offered to be ended. UI thread. */
public final class ShellsInUse {
    private final Set<String> names = new HashSet<>();

    void add(String name) {
        names.add(name);
    }

    void remove(String name) {
        names.remove(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
