// SPDX-License-Identifier: Apache-2.0
package podium.operation.partition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * What a layout would mean on a node.
 *
 * @param offers what the node offers then: resource to count
 * @param inTheWay pods that hold GPUs of the node; the MIG manager fails while one does
 * @param served waiting pods whose GPUs or instances the node would offer then and does not now, by the resource they want
 * @param sliced waiting pods that ask for GPUs and name no layout, which would get a slice for each GPU there
 * @param whyNot why the layout cannot be chosen; empty: it can
 */
public record PartitionPreview(
        Node node,
        MigLayout layout,
        Map<String, Long> offers,
        List<Task> inTheWay,
        Map<String, Integer> served,
        int sliced,
        Optional<String> whyNot) {
    public PartitionPreview {
        offers = Map.copyOf(offers);
        inTheWay = List.copyOf(inTheWay);
        served = Map.copyOf(served);
    }
}
