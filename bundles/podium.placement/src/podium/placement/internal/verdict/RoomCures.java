// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.WorkKind;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.rule.RowCheck;
import podium.placement.texts.Texts;

/** What would make room for tasks that find none: for all of a gang, not for one of it. In the realm. */
public final class RoomCures {
    /** Names of jobs that are told. */
    private static final int MOST = 3;

    private final SubjectVerdicts verdicts;
    private final ClusterIndex index;
    private final DeviceRequirement ask;

    public RoomCures(SubjectVerdicts verdicts, ClusterIndex index) {
        this.verdicts = verdicts;
        this.index = index;
        this.ask = DeviceRequirement.of(verdicts.probe.spec.requests());
    }

    /**
     * On how many nodes devices have to be freed. Moves are searched for whole devices only: for slices and shares it is said who
     * holds them.
     *
     * @param room tasks of {@code tasks}, of which there are more, that have room
     * @param kept nodes with that room
     * @param eased nodes that take one task each when others go off them, which need not be freed where both together make the room
     * @return empty: devices that others hold are not what they lack
     */
    public Optional<Cure> devices(int tasks, int room, List<Node> kept, Set<Node> eased) {
        if (!ask.asksForDevices()) {
            return Optional.empty();
        }
        RowCheck check = verdicts.check();
        List<Long> rows = new ArrayList<>();
        List<Node> among = new ArrayList<>();
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node != null && check.lacksDevices(row)) {
                rows.add(check.copiesWhenEmpty(row));
                among.add(node);
            }
        }
        rows.sort(Comparator.reverseOrder());
        int most = eased.size() < tasks - room ? tasks - eased.size() : tasks;
        long left = most - room;
        int nodes = 0;
        long each = 1;
        while (left > 0 && nodes < rows.size()) {
            each = Math.max(each, Math.min(left, rows.get(nodes)));
            left -= rows.get(nodes++);
        }
        int devices = (int) each * ask.devices();
        boolean parts = ask.share()
                || AcceleratorKind.of(ask.resource())
                        .filter(AcceleratorKind::slice)
                        .isPresent();
        if (nodes == 0) {
            return Optional.empty();
        }
        Cure cure = parts
                ? freeParts(devices, nodes, among)
                : new Cure.Free(
                        devices,
                        nodes,
                        among,
                        Stream.concat(kept.stream(), most < tasks ? eased.stream() : Stream.empty())
                                .toList());
        return Optional.of(Cure.of(cure, most - (int) Math.max(0, left), tasks));
    }

    /** How many tasks have room at most once others give back what they hold; of what is no device this is not counted. */
    public int freeable() {
        if (!ask.asksForDevices()) {
            return Integer.MAX_VALUE / 2;
        }
        RowCheck check = verdicts.check();
        long copies = 0;
        for (int row = 0; row < index.rows(); row++) {
            copies += check.lacksDevices(row) ? check.copiesWhenEmpty(row) : 0;
        }
        return (int) Math.min(copies, Integer.MAX_VALUE / 2);
    }

    /** Who has slices or shares of other kinds is not named: those would not help. */
    private Cure freeParts(int parts, int nodes, List<Node> among) {
        String what = ask.share()
                ? Texts.of("RoomCures.shareOfOneGpu", ResourceText.part(ask.each()))
                : ResourceText.words(ask.resource(), parts);
        String free = nodes == 1
                ? Texts.of("RoomCures.freeOnOneMoreNode", what)
                : Texts.of("RoomCures.freeOnMoreNodes", what, nodes);
        List<String> holders = among.stream()
                .flatMap(node -> node.getTasks().stream())
                .filter(task ->
                        task.getSpec() != null && !Holdings.hasEnded(task) && task.getJob() != verdicts.probe.job)
                .filter(task -> ask.share()
                        ? DeviceRequirement.of(task.getSpec().requests()).asksForDevices()
                        : held(task, ask.resource()) > 0)
                .map(task ->
                        task.getJob() == null ? task.getName() : task.getJob().getName())
                .distinct()
                .sorted(new NaturalOrder())
                .map(CleanText::clean)
                .toList();
        return new Cure.Elsewhere(
                holders.isEmpty() ? free : Texts.of("RoomCures.heldBy", free, Counted.named(holders, MOST)));
    }

    /**
     * Where devices are free and pods without any hold what is missing beside them.
     *
     * @param room tasks of {@code tasks}, of which there are more, that have room
     */
    public Optional<Obstacle> others(int tasks, int room) {
        if (!ask.asksForDevices()) {
            return Optional.empty();
        }
        RowCheck check = verdicts.check();
        List<Task> going = new ArrayList<>();
        TreeSet<String> lacked = new TreeSet<>();
        int nodes = 0;
        for (int row = 0; row < index.rows() && room + nodes < tasks; row++) {
            Node node = index.node(row);
            Map<String, Long> lacking = node == null ? Map.of() : check.lacksBesideDevices(row);
            List<Task> covering = lacking.isEmpty() || node == null ? List.of() : covering(node, lacking);
            if (!covering.isEmpty()) {
                nodes++;
                going.addAll(covering);
                lacked.addAll(lacking.keySet());
            }
        }
        if (nodes == 0) {
            return Optional.empty();
        }
        String where = Counted.of(nodes, "node");
        String what = String.join(
                Texts.of("RoomCures.and"), lacked.stream().map(RoomCures::word).toList());
        String missed = lacked.size() == 1 && lacked.contains(Resources.MEMORY)
                ? Texts.of("RoomCures.gpusAreFreeAndMemoryIsMissing", where, what)
                : Texts.of("RoomCures.gpusAreFreeAndOthersAreMissing", where, what);
        String pods = Counted.of(going.size(), "pod");
        String words = going.size() == 1
                ? Texts.of("RoomCures.onePodHoldsTooMuch", missed, pods, names(going))
                : Texts.of("RoomCures.podsHoldTooMuch", missed, pods, names(going));
        return Optional.of(Obstacle.of(By.SCHEDULER, words, Cure.of(new Cure.MoveOff(going), room + nodes, tasks)));
    }

    /** The nodes that {@link #others} speaks of. */
    public static Set<Node> eased(Cure cure) {
        Cure act = cure instanceof Cure.Partly partly ? partly.cure() : cure;
        return act instanceof Cure.MoveOff off
                ? off.tasks().stream().map(Task::getNode).collect(Collectors.toSet())
                : Set.of();
    }

    /** The fewest pods without devices that hold as much; empty: they do not. */
    private static List<Task> covering(Node node, Map<String, Long> lacking) {
        Map<String, Long> left = new HashMap<>(lacking);
        String first = lacking.keySet().iterator().next();
        List<Task> going = new ArrayList<>();
        List<Task> candidates = node.getTasks().stream()
                .filter(RoomCures::canGo)
                .sorted(Comparator.comparingLong((Task task) -> held(task, first))
                        .reversed()
                        .thenComparing(Task::getName))
                .toList();
        for (Task task : candidates) {
            if (left.entrySet().stream().anyMatch(entry -> entry.getValue() > 0 && held(task, entry.getKey()) > 0)) {
                going.add(task);
                left.replaceAll((resource, amount) -> amount - held(task, resource));
            }
            if (left.values().stream().allMatch(amount -> amount <= 0)) {
                return going;
            }
        }
        return List.of();
    }

    /** Pods of every node come back where they were. */
    private static boolean canGo(Task task) {
        return task.getSpec() != null
                && !Holdings.hasEnded(task)
                && !DeviceRequirement.of(task.getSpec().requests()).asksForDevices()
                && task.getSpec().resourceClaims().isEmpty()
                && task.getJob() != null
                && !JobTraits.has(task.getJob(), WorkKind.Trait.EVERY_NODE);
    }

    private static long held(Task task, String resource) {
        return task.getSpec() == null ? 0 : task.getSpec().requests().get(resource);
    }

    private static String word(String resource) {
        return Resources.CPU.equals(resource) ? Counted.noun(2, "CPU") : resource;
    }

    private static String names(List<Task> tasks) {
        List<String> jobs = tasks.stream()
                .map(task -> task.getJob().getName())
                .distinct()
                .map(CleanText::clean)
                .toList();
        return Counted.named(jobs, MOST);
    }
}
