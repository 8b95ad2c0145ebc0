// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.ClusterMoment;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTaints;
import podium.core.fleet.NodeTroubleText;
import podium.core.metrics.Metric;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceTaint;
import podium.model.value.Taint;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.CordonLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MetricLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltip.Line;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.ConnectionNotice;
import podium.ui.topology.texts.Texts;

/** What the tooltip says of a thing: what, how much, since when, from which source, how old. In the realm. */
public final class CanvasTooltips {
    /** Metrics a device's card tells, in this order. */
    private static final List<Metric> SHOWN =
            List.of(Metric.ACTIVITY, Metric.MEMORY_USED, Metric.TEMPERATURE, Metric.POWER, Metric.XID);

    private final TopologyModel model;
    private final TelemetryStore telemetry;
    private Supplier<ProposedRanks> proposed = () -> ProposedRanks.NONE;

    public CanvasTooltips(TopologyModel model, TelemetryStore telemetry) {
        this.model = model;
        this.telemetry = telemetry;
    }

    /** The card of a thing at a moment. */
    public CanvasTooltip of(Hit hit, Instant now) {
        Instant until = ClusterMoment.of(hit.box().cluster(), now);
        CanvasTooltip is = hit.cell().isPresent() ? cell(hit.cell().get(), until) : box(hit.box(), until);
        return proposed.get()
                .line(hit, model.scene(), model.states())
                .map(line -> new CanvasTooltip(
                        is.title(),
                        Stream.concat(Stream.of(line), is.lines().stream()).toList()))
                .orElse(is);
    }

    /** Has cards say what is planned too. */
    public void plans(Supplier<ProposedRanks> of) {
        proposed = of;
    }

    private CanvasTooltip cell(Cell cell, Instant now) {
        Accelerator device = cell.accelerator();
        List<Line> lines = new ArrayList<>();
        String product = device.getModel() == null ? "" : CleanText.clean(device.getModel());
        if (!product.isEmpty()) {
            lines.add(Line.muted(product + (device.getPciBusId() == null ? "" : "  " + device.getPciBusId())));
        }
        List<Task> holders = Holdings.holders(device);
        if (holders.isEmpty()) {
            lines.add(Line.plain(words(model.states().of(cell), cell)));
        }
        holders(holders, lines, now);
        if (device.getSlices().size() > 1) {
            lines.add(Line.of(Texts.of("CanvasTooltips.slices"), slices(cell) + " (" + profiles(device) + ")"));
        }
        trouble(device, lines);
        if (holders.isEmpty() && device.getHealth() != Health.FAILED) { // what is held is offered
            notOffered((Node) cell.node().subject(), lines);
        }
        noted(NodeTroubleText.remarks(device), lines);
        readings(cell, device, lines, now);
        age(cell.node().cluster(), lines, now);
        return new CanvasTooltip(
                cell.node().name() + " / " + AcceleratorLabels.word(device) + " " + device.getIndex(), lines);
    }

    /** Tasks of which the same is said are counted. */
    private static void holders(List<Task> holders, List<Line> lines, Instant now) {
        Map<String, Integer> alike = new LinkedHashMap<>();
        holders.forEach(task -> alike.merge(holder(task, now), 1, Integer::sum));
        alike.forEach((words, tasks) -> lines.add(Line.of(
                Texts.of("CanvasTooltips.heldBy"),
                tasks == 1 ? words : Texts.of("CanvasTooltips.severalTasks", Formats.counted(tasks, "task"), words))));
    }

    private void trouble(Accelerator device, List<Line> lines) {
        if (device.getTaints() != null) {
            device.getTaints().all().stream()
                    .filter(DeviceTaint::keepsOff)
                    .forEach(taint -> lines.add(new Line(
                            Texts.of("CanvasTooltips.tainted"),
                            CleanText.clean(taint.words()) + ", " + AcceleratorLabels.about(taint),
                            Name.CORDONED)));
        }
        if (device.getHealth() == Health.FAILED || device.getHealth() == Health.DEGRADED) {
            String reason = device.getHealthReason() == null ? "" : ": " + CleanText.clean(device.getHealthReason());
            boolean failed = device.getHealth() == Health.FAILED;
            lines.add(new Line(
                    "",
                    (failed ? Texts.of("CanvasTooltips.failed") : Texts.of("CanvasTooltips.degraded")) + reason,
                    failed ? Name.CRITICAL : Name.WARNING));
        }
        AcceleratorLabels.broken(device, telemetry).ifPresent(words -> lines.add(new Line("", words, Name.CRITICAL)));
    }

    /** True while the pods of its cluster are not known, and so not who holds it. */
    private static boolean listing(Cell cell) {
        return StateLabels.isListing(cell.node().cluster());
    }

    private String slices(Cell cell) {
        List<Slice> slices = cell.accelerator().getSlices();
        if (listing(cell)) {
            return Texts.of("CanvasTooltips.notKnownYetWho", slices.size());
        } else if (!model.states().of(cell).tellsHolders()) {
            return Texts.of("CanvasTooltips.whichNotKnown", slices.size());
        }
        long held = slices.stream().filter(slice -> !slice.getTasks().isEmpty()).count();
        return Texts.of("CanvasTooltips.held", held, slices.size());
    }

    private static String profiles(Accelerator device) {
        return device.getSlices().stream()
                .map(Slice::getProfile)
                .filter(profile -> profile != null && !profile.isEmpty())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse(Texts.of("CanvasTooltips.profileNotKnown"));
    }

    private static String words(AcceleratorState state, Cell cell) {
        return switch (state) {
            case FREE -> Texts.of("CanvasTooltips.free");
            case TAINTED -> Texts.of("CanvasTooltips.notHeldAndTakes");
            case HELD -> Texts.of("CanvasTooltips.heldByTasksOf");
            case UNKNOWN_WHICH ->
                Texts.of(
                        "CanvasTooltips.tasksHoldOfHere",
                        Holdings.of((Node) cell.node().subject()).held(),
                        AcceleratorLabels.counted(((Node) cell.node().subject()).getAccelerators()));
            case WITHHELD_WHICH -> Texts.of("CanvasTooltips.heldByNobody");
            case FAILED ->
                listing(cell)
                        ? Texts.of("CanvasTooltips.notKnownYetWhoHolds")
                        : Texts.of("CanvasTooltips.heldByNobody");
            case UNKNOWN ->
                listing(cell)
                        ? Texts.of("CanvasTooltips.notKnownYetWhoHolds")
                        : Texts.of("CanvasTooltips.notKnownTheNode");
        };
    }

    private void notOffered(Node node, List<Line> lines) {
        AcceleratorLabels.notOffered(node, telemetry).ifPresent(words -> lines.add(new Line("", words, Name.WARNING)));
    }

    private static void noted(Optional<String> remarks, List<Line> lines) {
        remarks.ifPresent(words -> lines.add(new Line(Texts.of("CanvasTooltips.notedOnTheNode"), words, Name.WARNING)));
    }

    private static String holder(Task task, Instant now) {
        List<String> words = new ArrayList<>(List.of(task.getNamespace() + "/" + FleetLabels.job(task)));
        if (task.getRank() != null) {
            words.add(Texts.of("CanvasTooltips.rank", task.getRank()));
        }
        words.add(StateLabels.of(task.getPhase()).word());
        if (task.getStarted() != null && task.getPhase() == TaskPhase.RUNNING) {
            words.add(Texts.of("CanvasTooltips.forSomeTime", Formats.lasting(task.getStarted(), now)));
        }
        return String.join(", ", words);
    }

    private void readings(Cell cell, Accelerator device, List<Line> lines, Instant now) {
        long newest = Long.MIN_VALUE;
        for (Metric metric : SHOWN) {
            var reading = telemetry.latest(cell.key(), metric);
            if (metric == Metric.XID && (reading.isEmpty() || reading.get().value() == 0)) {
                continue;
            }
            OptionalDouble value =
                    reading.isPresent() ? OptionalDouble.of(reading.get().value()) : OptionalDouble.empty();
            String text = Formats.value(value, metric.unit());
            if (metric == Metric.MEMORY_USED && device.getMemoryBytes() != null) {
                text = Texts.of("CanvasTooltips.memoryOf", text, Formats.bytes(device.getMemoryBytes()));
            }
            lines.add(new Line(word(metric, device), text, metric == Metric.XID ? Name.CRITICAL : Name.TEXT));
            newest = reading.isPresent() ? Math.max(newest, reading.get().time()) : newest;
        }
        lines.add(
                newest == Long.MIN_VALUE
                        ? Line.muted(Texts.of("CanvasTooltips.noExporterOfThis"))
                        : Line.muted(read(device, Instant.ofEpochMilli(newest), now)));
    }

    private static String read(Accelerator device, Instant newest, Instant now) {
        return Snapshots.at(device, newest)
                .map(time -> Texts.of("CanvasTooltips.readingsReadAt", time))
                .orElseGet(() ->
                        Texts.of("CanvasTooltips.readingsFromTheNodes", Formats.span(Duration.between(newest, now))));
    }

    private static String word(Metric metric, Accelerator device) {
        return switch (metric) {
            case MEMORY_USED -> Texts.of("CanvasTooltips.memory");
            case XID -> "XID";
            default -> MetricLabels.word(metric, device);
        };
    }

    private CanvasTooltip box(Box box, Instant now) {
        BoxState state = model.states().of(box);
        Holdings holdings = state.holdings();
        List<Line> lines = new ArrayList<>();
        if (box.subject() instanceof Cluster cluster) {
            cluster(cluster, lines, now);
        }
        if (!box.isNode()) {
            lines.add(Line.of(Texts.of("CanvasTooltips.nodes"), Formats.count(state.nodes())));
        }
        lines.add(Line.of(
                AcceleratorLabels.words(AcceleratorLabels.of(box.subject())),
                holdings.total() == 0
                        ? Texts.of("CanvasTooltips.none")
                        : StateLabels.isListing(box.cluster())
                                ? Texts.of("CanvasTooltips.notKnownYetWho", Formats.count(holdings.total()))
                                : held(holdings, AcceleratorLabels.free(holdings, box.cluster()))));
        String slots = model.slots().words(box.subject());
        if (!slots.isEmpty()) {
            lines.add(Line.of(Texts.of("CanvasTooltips.room"), slots));
        }
        trouble(box, state, lines, now);
        if (box.subject() instanceof Node node) {
            model.protection(node).ifPresent(rule -> lines.add(new Line("", rule, Name.LINK)));
            jobs(node, lines);
        }
        age(box.cluster(), lines, now);
        return new CanvasTooltip(title(box), lines);
    }

    private static String held(Holdings holdings, String free) {
        List<String> words = new ArrayList<>();
        words.add(Texts.of(
                "CanvasTooltips.heldOf", free, Formats.count(holdings.held()), Formats.count(holdings.total())));
        if (holdings.tainted() > 0) {
            words.add(Texts.of("CanvasTooltips.areTainted", holdings.tainted()));
        }
        if (holdings.failed() > 0) {
            words.add(Texts.of("CanvasTooltips.haveFailed", holdings.failed()));
        }
        if (holdings.withheld() > 0) {
            words.add(Texts.of("CanvasTooltips.areNotOffered", holdings.withheld()));
        }
        if (holdings.unknown() > 0) {
            words.add(Texts.of("CanvasTooltips.areNotKnown", holdings.unknown()));
        }
        return String.join(", ", words);
    }

    private static void cluster(Cluster cluster, List<Line> lines, Instant now) {
        ProtectionLabels.of(cluster).ifPresent(exposed -> lines.add(new Line("", exposed.word(), exposed.tone())));
        ProtectionLabels.sentence(cluster).ifPresent(sentence -> lines.add(new Line("", sentence, Name.CRITICAL)));
        ConnectionNotice.of(cluster)
                .ifPresentOrElse(
                        notice -> {
                            lines.add(new Line("", notice.what(), notice.problem() ? Name.CRITICAL : Name.WARNING));
                            notice.advice().ifPresent(advice -> lines.add(Line.plain(advice)));
                        },
                        () -> lines.add(
                                Snapshots.is(cluster)
                                        ? Line.muted(Snapshots.words(cluster))
                                        : new Line("", Texts.of("CanvasTooltips.live"), Name.GOOD)));
        if (cluster.getConnectionSince() != null && !Snapshots.is(cluster)) {
            lines.add(Line.of(Texts.of("CanvasTooltips.since"), Formats.timeAndAge(cluster.getConnectionSince(), now)));
        }
        if (cluster.getServer() != null) {
            lines.add(Line.of(Texts.of("CanvasTooltips.server"), CleanText.clean(cluster.getServer())));
        }
    }

    private void trouble(Box box, BoxState state, List<Line> lines, Instant now) {
        if (box.subject() instanceof Node node) {
            if (state.notReady() > 0) {
                lines.add(new Line("", Texts.of("CanvasTooltips.notReady"), Name.CRITICAL));
            } else if (state.silent() > 0) {
                lines.add(new Line("", Texts.of("CanvasTooltips.silentItsKubeletStopped"), Name.WARNING));
            }
            if (state.cordoned() > 0) {
                String takes = Texts.of("CanvasTooltips.cordonedTakesNoNew");
                String words = CordonLabels.words(node, now)
                        .map(since -> takes + ", " + since)
                        .orElse(takes);
                lines.add(new Line("", words, Name.CORDONED));
            }
            NodeTaints.keepingOff(node).ifPresent(taint -> lines.add(new Line("", tainted(taint), Name.CORDONED)));
            notOffered(node, lines);
            noted(NodeTroubleText.remarks(node), lines);
            NodeTroubleText.conditions(node).forEach(condition -> lines.add(new Line("", condition, Name.WARNING)));
            return;
        }
        count(state.notReady(), Texts.of("CanvasTooltips.notReady"), Name.CRITICAL, lines);
        count(state.silent(), Texts.of("CanvasTooltips.silent"), Name.WARNING, lines);
        count(state.cordoned(), Texts.of("CanvasTooltips.cordoned"), Name.CORDONED, lines);
    }

    private static String tainted(Taint taint) {
        String value = taint.value().isEmpty() ? "" : "=" + taint.value();
        return Texts.of(
                "CanvasTooltips.noJobThatAsks",
                CleanText.clean(Texts.of("CanvasTooltips.taintedBy", taint.key(), value, taint.effect())));
    }

    private static void count(int nodes, String word, Name ink, List<Line> lines) {
        if (nodes > 0) {
            lines.add(new Line(word, Formats.counted(nodes, "node"), ink));
        }
    }

    private static void jobs(Node node, List<Line> lines) {
        List<String> jobs = node.getTasks().stream()
                .filter(task -> Holdings.holds(task) && Holdings.asked(task) > 0)
                .map(FleetLabels::job)
                .distinct()
                .toList();
        if (!jobs.isEmpty()) {
            lines.add(Line.of(Texts.of("CanvasTooltips.heldBy"), Counted.named(jobs, 4)));
        }
    }

    private static void age(Cluster cluster, List<Line> lines, Instant now) {
        if (Snapshots.is(cluster)) {
            lines.add(Line.muted(cluster.getName() + ", " + Snapshots.words(cluster)));
        } else if (cluster.getLastContact() != null) {
            lines.add(Line.muted(Texts.of(
                    "CanvasTooltips.stateFromHeardAgo",
                    cluster.getName(),
                    Formats.ago(cluster.getLastContact(), now))));
        }
    }

    /** Level and name of a box; the level only where the name does not begin with it. */
    public static String title(Box box) {
        if (!(box.subject() instanceof Domain domain) || domain.getLevel() == null) {
            return box.name();
        }
        String level = domain.getLevel();
        boolean said = box.name().toLowerCase(Locale.ROOT).startsWith(level.toLowerCase(Locale.ROOT));
        return said ? box.name() : level + " " + box.name();
    }
}
