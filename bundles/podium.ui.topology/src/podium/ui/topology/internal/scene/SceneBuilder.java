// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.text.CleanText;
import podium.core.text.NaturalOrder;
import podium.core.text.NodeNames;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Named;
import podium.model.fleet.Node;

/** Walks a fleet depth first and numbers its boxes and cells. Used once. */
final class SceneBuilder {
    private static final Comparator<Named> BY_NAME =
            Comparator.comparing((Named named) -> name(named.getName()), new NaturalOrder());

    private final List<Box> boxes = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    /** Of the cluster that is walked. */
    private NodeNames names = NodeNames.of(List.of());

    Scene build(Fleet fleet) {
        List<Box> clusters = new ArrayList<>();
        for (Cluster cluster : fleet.getClusters()) {
            names = NodeNames.of(cluster);
            Box box = open(Box.Kind.CLUSTER, cluster, name(cluster.getName()), null);
            List<Node> loose = cluster.getNodes().stream()
                    .filter(node -> node.getDomain() == null)
                    .toList();
            fill(box, cluster, cluster.getDomains(), loose);
            clusters.add(box);
        }
        return new Scene(clusters, boxes, cells);
    }

    static String name(@Nullable String name) {
        return name == null ? "?" : CleanText.clean(name);
    }

    private void fill(Box box, Cluster cluster, List<Domain> domains, List<Node> nodes) {
        List<Box> children = new ArrayList<>();
        for (Domain domain : domains.stream().sorted(BY_NAME).toList()) {
            Box child = open(Box.Kind.DOMAIN, domain, name(domain.getName()), box);
            fill(child, cluster, domain.getDomains(), domain.getNodes());
            children.add(child);
        }
        for (Node node : nodes.stream().sorted(BY_NAME).toList()) {
            children.add(node(node, cluster, box));
        }
        box.close(children, boxes.size(), cells.size());
    }

    private Box node(Node node, Cluster cluster, Box parent) {
        Box box = open(Box.Kind.NODE, node, name(node.getName()), parent);
        ClusterId id = ClusterId.of(cluster);
        node.getAccelerators().stream()
                .sorted(Comparator.comparingInt(Accelerator::getIndex))
                .forEach(accelerator -> cells.add(new Cell(
                        cells.size(), box, accelerator, new DeviceKey(id, node.getName(), accelerator.getIndex()))));
        box.close(List.of(), boxes.size(), cells.size());
        return box;
    }

    private Box open(Box.Kind kind, EObject subject, String name, @Nullable Box parent) {
        Box box = new Box(boxes.size(), kind, subject, name, names, parent, cells.size());
        boxes.add(box);
        return box;
    }
}
