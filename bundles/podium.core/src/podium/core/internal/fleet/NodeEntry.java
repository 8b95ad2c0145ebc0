// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.TreeMap;
import podium.core.change.Device;
import podium.core.change.Holder;
import podium.model.fleet.Node;

/** A node with what sources last said of its devices, by source. */
final class NodeEntry {
    final Node node;
    final TreeMap<String, List<Device>> devices = new TreeMap<>();
    final TreeMap<String, List<Holder>> holders = new TreeMap<>();
    NodeFacts facts = new NodeFacts(List.of());

    NodeEntry(Node node) {
        this.node = node;
    }
}
