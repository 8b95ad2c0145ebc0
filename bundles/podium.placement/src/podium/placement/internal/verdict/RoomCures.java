// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.WorkKind;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
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
     * On how many nodes devices have to be freed.
     *
     * @param missing tasks without room, at least 1
     * @param kept nodes with room for the others
     * @return empty: devices that others hold are not what they lack
     */
    public Optional<Cure> devices(int missing, List<Node> kept) {
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
        long left = missing;
        int nodes = 0;
        long each = 1;
        while (left > 0 && nodes < rows.size()) {
            each = Math.max(each, Math.min(left, rows.get(nodes)));
            left -= rows.get(nodes++);
        }
        return nodes == 0
                ? Optional.empty()
                : Optional.of(new Cure.Free((int) each * ask.devices(), nodes, among, kept));
    }

    /**
     * Where devices are free and pods without any hold what is missing beside them.
     *
     * @param missing tasks without room, at least 1
     */
    public Optional<Obstacle> others(int missing) {
        if (!ask.asksForDevices()) {
            return Optional.empty();
        }
        RowCheck check = verdicts.check();
        List<Task> going = new ArrayList<>();
        TreeSet<String> lacked = new TreeSet<>();
        int nodes = 0;
        for (int row = 0; row < index.rows() && nodes < missing; row++) {
            Node node = index.node(row);
            Map<String, Long> lacking = node == null ? Map.of() : check.lacksBesideDevices(row);
            List<Task> tasks = lacking.isEmpty() || node == null ? List.of() : covering(node, lacking);
            if (!tasks.isEmpty()) {
                nodes++;
                going.addAll(tasks);
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
        return Optional.of(Obstacle.of(By.SCHEDULER, words, new Cure.MoveOff(going)));
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
                && ClusterIndex.living(task)
                && !DeviceRequirement.of(task.getSpec().requests()).asksForDevices()
                && task.getSpec().resourceClaims().isEmpty()
                && task.getJob() != null
                && !JobTraits.has(task.getJob(), WorkKind.Trait.EVERY_NODE);
    }

    private static long held(Task task, String resource) {
        return task.getSpec() == null ? 0 : task.getSpec().requests().get(resource);
    }

    private static String word(String resource) {
        return Resources.CPU.equals(resource) ? Counted.noun(2, "CPU core") : resource;
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
