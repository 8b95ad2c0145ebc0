// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.HashSet;
import java.util.Set;

/** Names of the pods that shells of this window use on nodes: those are not offered to be removed. UI thread. */
public final class OpenNodeShells {
    private final Set<String> pods = new HashSet<>();

    void add(String pod) {
        pods.add(pod);
    }

    void remove(String pod) {
        pods.remove(pod);
    }

    boolean has(String pod) {
        return pods.contains(pod);
    }
}
