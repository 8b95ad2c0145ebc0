// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.core.fleet.CapacityType;
import podium.core.fleet.Holdings;
import podium.core.text.NaturalOrder;
import podium.core.text.NodeNames;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.table.Brief;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** Makes the lines of the Fleet tree. In the realm. */
final class FleetLines {
    private FleetLines() {}

    static FleetLine of(Cluster cluster, Holdings holdings) {
        Shown state = StateLabels.of(cluster);
        StateIcon mark = cluster.getConnection() == ConnectionState.LIVE
                ? new StateIcon(
                        FleetLabels.icon(cluster), MarkLabels.tone(cluster).orElse(Name.TEXT))
                : state.mark();
        String word = cluster.getConnection() == ConnectionState.LIVE && cluster.isSimulated()
                ? Texts.of("FleetLines.liveSimulated")
                : state.word();
        String name = FleetLabels.name(cluster);
        String whole = name + MarkLabels.behind(cluster) + ProtectionLabels.behind(cluster);
        // a lasting danger is not left to a tooltip: where its words do not fit, the signs before and behind the name
        // stay
        return new FleetLine(
                cluster,
                whole,
                whole,
                new Brief(Snapshots.is(cluster) ? Snapshots.brief(cluster) : name, "", MarkLabels.sign(cluster)),
                ProtectionLabels.of(cluster).map(Shown::mark).orElse(mark),
                ProtectionLabels.sentence(cluster)
                        .map(danger -> word + "\n" + danger)
                        .orElse(word),
                known(Optional.of(cluster), holdings));
    }

    static FleetLine of(Domain domain, Holdings holdings) {
        return new FleetLine(
                domain,
                FleetLabels.name(domain),
                new StateIcon(FleetLabels.icon(domain), Name.MUTED),
                FleetLabels.kind(domain),
                known(FleetLabels.cluster(domain), holdings));
    }

    /** @param names how the nodes of its cluster are called */
    static FleetLine of(Node node, NodeNames names, Holdings holdings) {
        Shown state = StateLabels.of(node);
        String name = FleetLabels.name(node);
        return new FleetLine(
                node,
                name,
                names.brief(name),
                Brief.node(names),
                state.mark(),
                state.word(),
                known(FleetLabels.cluster(node), holdings));
    }

    /** The line of a node as it is now, called as before. */
    static FleetLine now(FleetLine before, Node node) {
        Shown state = StateLabels.of(node);
        return new FleetLine(
                node,
                before.name(),
                before.brief(),
                before.cut(),
                state.mark(),
                state.word(),
                known(FleetLabels.cluster(node), Holdings.of(node)));
    }

    /** The line of what its cluster has no more, which is still at its place. */
    static FleetLine gone(FleetLine line) {
        return new FleetLine(
                line.thing(),
                line.name(),
                line.brief(),
                line.cut(),
                new StateIcon(Icon.CLOSED, Name.MUTED),
                Texts.of("FleetLines.gone"),
                Optional.empty());
    }

    /** Who holds what is not known before the first listing is over. */
    private static Optional<Holdings> known(Optional<Cluster> cluster, Holdings holdings) {
        return cluster.filter(StateLabels::isListing).isPresent() ? Optional.empty() : Optional.of(holdings);
    }

    /** A device is known by its number, then by the job that holds it: a pod's name ends at random, its job's does not. */
    static FleetLine of(Accelerator accelerator, Function<Accelerator, Shown> states) {
        Shown state = states.apply(accelerator);
        String own = FleetLabels.name(accelerator);
        String holders = holders(accelerator);
        String name = called(own, holders);
        String widest = accelerator.getNode() == null
                ? name
                : accelerator.getNode().getAccelerators().stream()
                        .map(other -> called(FleetLabels.name(other), holders(other)))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(name);
        // what it is the icon and its neighbours say too
        String number = String.valueOf(accelerator.getIndex());
        Brief cut = Brief.alike(called(number, holders), number, widest);
        return new FleetLine(accelerator, name, name, cut, state.mark(), state.word(), Optional.empty());
    }

    private static String holders(Accelerator accelerator) {
        return Holdings.holders(accelerator).stream()
                .map(FleetLabels::job)
                .distinct()
                .sorted(new NaturalOrder())
                .collect(Collectors.joining(", "));
    }

    private static String called(String device, String holders) {
        return holders.isEmpty() ? device : device + "  " + holders;
    }

    /** All a plain word is looked for in: names of the node, its domains, its pool, its devices, and the jobs on it. */
    static String search(Node node) {
        StringBuilder text = new StringBuilder(FleetLabels.name(node));
        text.append(' ').append(StateLabels.of(node).word()).append(' ').append(domains(node));
        CapacityType capacity = CapacityType.of(node);
        text.append(' ').append(capacity.kind().word()).append(' ').append(capacity.pool());
        if (!node.getAccelerators().isEmpty()) {
            text.append(' ')
                    .append(AcceleratorLabels.model(node.getAccelerators().getFirst()));
        }
        for (Task task : node.getTasks()) {
            text.append(' ').append(task.getName());
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** Names of the domains a node lies in, nearest first. */
    static String domains(Node node) {
        StringBuilder names = new StringBuilder();
        for (Domain at = node.getDomain(); at != null; at = at.getParent()) {
            names.append(SafeText.line(at.getName())).append(' ');
        }
        return names.toString();
    }
}
