// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeNames;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.SafeText;
import podium.ui.table.Mark;
import podium.ui.words.Devices;
import podium.ui.words.Exposure;
import podium.ui.words.States;
import podium.ui.words.States.Shown;
import podium.ui.words.Things;

/** Makes the lines of the Fleet tree. In the realm. */
final class FleetLines {
    private FleetLines() {}

    static FleetLine of(Cluster cluster, Holdings holdings) {
        Shown state = States.of(cluster.getConnection());
        Mark mark = cluster.getConnection() == ConnectionState.LIVE
                ? new Mark(Things.icon(cluster), Name.TEXT)
                : state.mark();
        String word = cluster.getConnection() == ConnectionState.LIVE && cluster.isSimulated()
                ? "live, simulated"
                : state.word();
        // behind the name, which is cut last: a lasting danger is not left to a tooltip
        return new FleetLine(
                cluster,
                Things.name(cluster) + Exposure.behind(cluster),
                Exposure.of(cluster).map(Shown::mark).orElse(mark),
                Exposure.sentence(cluster).map(danger -> word + "\n" + danger).orElse(word),
                known(Optional.of(cluster), holdings));
    }

    static FleetLine of(Domain domain, Holdings holdings) {
        return new FleetLine(
                domain,
                Things.name(domain),
                new Mark(Things.icon(domain), Name.MUTED),
                Things.kind(domain),
                known(Things.cluster(domain), holdings));
    }

    /** @param names how the nodes of its cluster are called */
    static FleetLine of(Node node, NodeNames names, Holdings holdings) {
        Shown state = States.of(node);
        String name = Things.name(node);
        return new FleetLine(
                node,
                name,
                names.brief(name),
                names.rest(name),
                state.mark(),
                state.word(),
                known(Things.cluster(node), holdings));
    }

    /** Who holds what is not known before the first listing is over. */
    private static Optional<Holdings> known(Optional<Cluster> cluster, Holdings holdings) {
        return cluster.filter(States::isListing).isPresent() ? Optional.empty() : Optional.of(holdings);
    }

    static FleetLine of(Accelerator accelerator) {
        Shown state = States.of(accelerator);
        String holders = accelerator.getTasks().stream()
                .map(Task::getName)
                .map(SafeText::line)
                .sorted()
                .collect(Collectors.joining(", "));
        return new FleetLine(
                accelerator,
                holders.isEmpty() ? Things.name(accelerator) : Things.name(accelerator) + "  " + holders,
                state.mark(),
                state.word(),
                Optional.empty());
    }

    /** All a plain word is looked for in: names of the node, its domains, its devices, and the jobs on it. */
    static String search(Node node) {
        StringBuilder text = new StringBuilder(Things.name(node));
        text.append(' ').append(States.of(node).word()).append(' ').append(domains(node));
        if (!node.getAccelerators().isEmpty()) {
            text.append(' ').append(Devices.model(node.getAccelerators().getFirst()));
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
