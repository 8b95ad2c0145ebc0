// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EObject;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What a menu calls an act on nodes where GPUs or slices are selected: it names the node, since it stands beside acts on the GPU. */
public final class NodesOfDevices {
    private static final int LONGEST = 28;

    private NodesOfDevices() {}

    /** Empty: it is no act on nodes, or something else than devices is selected. */
    public static Optional<String> words(FleetAction action, List<? extends EObject> selection) {
        return switch (action) {
            case DRAIN ->
                words(
                        selection,
                        node -> Texts.of("NodesOfDevices.drain", node),
                        nodes -> Texts.of("NodesOfDevices.drainNodes", nodes));
            case CORDON ->
                words(
                        selection,
                        node -> Texts.of("NodesOfDevices.cordon", node),
                        nodes -> Texts.of("NodesOfDevices.cordonNodes", nodes));
            case UNCORDON ->
                words(
                        selection,
                        node -> Texts.of("NodesOfDevices.uncordon", node),
                        nodes -> Texts.of("NodesOfDevices.uncordonNodes", nodes));
            default -> Optional.empty();
        };
    }

    /** The question what would be if they were down. */
    public static Optional<String> ifDown(List<? extends EObject> selection) {
        return words(
                selection,
                node -> Texts.of("NodesOfDevices.ifDown", node),
                nodes -> Texts.of("NodesOfDevices.ifDownNodes", nodes));
    }

    private static Optional<String> words(
            List<? extends EObject> selection, UnaryOperator<String> one, UnaryOperator<String> several) {
        List<Node> nodes = nodes(selection);
        return switch (nodes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(one.apply(CleanText.middle(nodes.getFirst().getName(), LONGEST)));
            default -> Optional.of(several.apply(Formats.count(nodes.size())));
        };
    }

    private static List<Node> nodes(List<? extends EObject> selection) {
        return selection.stream().allMatch(thing -> thing instanceof Accelerator || thing instanceof Slice)
                ? selection.stream()
                        .flatMap(thing -> FleetLabels.node(thing).stream())
                        .distinct()
                        .toList()
                : List.of();
    }
}
