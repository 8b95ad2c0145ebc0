// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.CapacityType;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.filter.FilterFields;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** The columns of the Fleet tree and the fields its filter knows. */
public final class FleetColumns {
    private FleetColumns() {}

    /** The columns, left to right. */
    public static List<Column<FleetLine, ?>> all() {
        return List.of(
                Column.<FleetLine>text("name", Texts.of("FleetColumns.name"), 110, Form.NAME, FleetLine::brief)
                        .marked(line -> Optional.of(line.mark()))
                        .cutTo(FleetLine::cut),
                new Column<FleetLine, Holdings>(
                        "held",
                        Texts.of("FleetColumns.held"),
                        44,
                        Form.NUMBER,
                        FleetColumns::counted,
                        AcceleratorLabels::heldOfTotal,
                        Comparator.comparingInt(Holdings::held),
                        line -> Optional.empty()));
    }

    /** A number that rests on the pods: not known before they are. */
    private static OptionalDouble held(Node node, ToIntFunction<Holdings> number) {
        return StateLabels.isListing(node)
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.applyAsInt(Holdings.of(node)));
    }

    /** What the filter knows by name; it is asked of nodes. */
    public static FilterFields<Node> fields() {
        return new FilterFields<>(FleetLines::search)
                .text("state", node -> StateLabels.of(node).word())
                .text("node", Node::getName)
                .text("rack", FleetLines::domains)
                .text("capacity", node -> CapacityType.of(node).kind().word())
                .text("pool", node -> CapacityType.of(node).pool())
                .text("job", node -> node.getTasks().stream().map(Task::getName).collect(Collectors.joining(" ")))
                .text(
                        "model",
                        node -> node.getAccelerators().isEmpty()
                                ? ""
                                : AcceleratorLabels.model(node.getAccelerators().getFirst()))
                .number("free", node -> held(node, Holdings::free))
                .number(Texts.of("FleetColumns.held"), node -> held(node, Holdings::held))
                .number("cordoned", node -> OptionalDouble.of(Holdings.of(node).cordoned()))
                .number("tainted", node -> OptionalDouble.of(Holdings.of(node).tainted()))
                .number("failed", node -> OptionalDouble.of(Holdings.of(node).failed()))
                .number("unoffered", node -> OptionalDouble.of(Holdings.of(node).withheld()))
                .number("gpus", node -> OptionalDouble.of(Holdings.of(node).total()));
    }

    /** All that is known of a line, for its tooltip. */
    public static String tip(FleetLine line) {
        String head = line.name() + ": " + line.word();
        return line.holdings()
                .map(holdings -> head + numbers(line.thing(), holdings))
                .orElse(head);
    }

    private static String numbers(EObject of, Holdings holdings) {
        List<String> words = new ArrayList<>();
        words.add(Texts.of("FleetColumns.areHeld", Formats.count(holdings.held())));
        words.add(AcceleratorLabels.free(holdings, of));
        if (holdings.tainted() > 0) {
            words.add(Texts.of("FleetColumns.areTainted", Formats.count(holdings.tainted())));
        }
        if (holdings.failed() > 0) {
            words.add(Texts.of("FleetColumns.haveFailed", Formats.count(holdings.failed())));
        }
        if (holdings.withheld() > 0) {
            words.add(Texts.of("FleetColumns.areNotOffered", Formats.count(holdings.withheld())));
        }
        if (holdings.unknown() > 0) {
            words.add(Texts.of("FleetColumns.areUnknown", Formats.count(holdings.unknown())));
        }
        return "\n" + Formats.counted(holdings.total(), "device") + ": " + String.join(", ", words);
    }

    private static @Nullable Holdings counted(FleetLine line) {
        return line.holdings().isPresent() && line.holdings().get().total() > 0
                ? line.holdings().get()
                : null;
    }
}
