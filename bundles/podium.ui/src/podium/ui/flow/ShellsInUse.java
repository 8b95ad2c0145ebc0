// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.HashSet;
import java.util.Set;

/** Names of the pods on nodes and of the debug containers that shells of this window use: nothing of that is offered to be ended. UI thread. */
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
