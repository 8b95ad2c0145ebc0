// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** What needs attention in words: a line for each thing, or one for all of a kind where they are many. In the realm. */
final class AttentionLines {
    /** Places and jobs that a line names. */
    private static final int NAMED = 3;

    private AttentionLines() {}

    /** @param items worst first */
    static List<AttentionLine> of(Collection<AttentionItem> items, Instant now) {
        Map<AttentionKind, List<AttentionItem>> kinds = new EnumMap<>(AttentionKind.class);
        items.forEach(item ->
                kinds.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item));
        List<AttentionLine> lines = new ArrayList<>();
        kinds.forEach((kind, all) -> {
            if (all.size() > kind.lines()) {
                lines.add(line(kind, kind.name(), all, together(kind, all, now)));
            } else {
                all.forEach(one -> lines.add(line(kind, key(one), List.of(one), alone(one, now))));
            }
        });
        return lines;
    }

    /** How many lines that would be. */
    static int count(Collection<AttentionItem> items) {
        Map<AttentionKind, Integer> kinds = new EnumMap<>(AttentionKind.class);
        items.forEach(item -> kinds.merge(item.kind(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .mapToInt(kind -> kind.getValue() > kind.getKey().lines() ? 1 : kind.getValue())
                .sum();
    }

    private static String key(AttentionItem item) {
        return item.kind() + "/"
                + item.thing().map(FleetLabels::key).or(item::operation).orElse("") + "/" + item.name();
    }

    private static AttentionLine line(AttentionKind kind, String key, List<AttentionItem> items, String words) {
        return new AttentionLine(
                key,
                kind,
                words,
                items.stream().flatMap(item -> item.thing().stream()).toList(),
                items.getFirst().operation(),
                items.size() > 1);
    }

    private static String alone(AttentionItem item, Instant now) {
        String head = head(item);
        String aged = item.since()
                .map(since -> switch (item.kind()) {
                    case JOB_FAILING -> Texts.of("AttentionLines.last", head, Formats.ago(since, now));
                    case JOB_FAILED, OPERATION_STOPPED -> Texts.of("AttentionLines.at", head, Formats.ago(since, now));
                    default -> Texts.of("AttentionLines.lasting", head, Formats.age(since, now));
                })
                .orElse(head);
        return explained(aged, detail(item));
    }

    private static String head(AttentionItem item) {
        String name = item.name();
        String node = item.node().map(FleetLabels::name).orElse("");
        return switch (item.kind()) {
            case NODE_NOT_READY -> Texts.of("AttentionLines.nodeNotReady", name);
            case NODE_SILENT -> Texts.of("AttentionLines.nodeSilent", name);
            case DEVICE_FAILED -> Texts.of("AttentionLines.deviceFailed", name, node);
            case PODS_REFUSED -> Texts.of("AttentionLines.podsRefused", name);
            case JOB_FAILING -> Texts.of("AttentionLines.jobFailing", name);
            case JOB_FAILED -> Texts.of("AttentionLines.jobFailed", name);
            case NODE_CORDONED -> Texts.of("AttentionLines.nodeCordoned", name);
            case NODE_TAINTED -> Texts.of("AttentionLines.nodeTainted", name);
            case DEVICE_TAINTED -> Texts.of("AttentionLines.deviceTainted", name, node);
            case JOB_WAITS -> Texts.of("AttentionLines.jobWaits", name);
            case USED_BUT_NOT_HELD -> Texts.of("AttentionLines.deviceUsed", name, node);
            case IDLE_BUT_HELD -> Texts.of("AttentionLines.deviceIdle", name, node);
            case SOURCE_SILENT -> Texts.of("AttentionLines.sourceSilent", name);
            case NOT_CONNECTED, OPERATION_STOPPED, NODE_CONDITION, NOT_OFFERED -> name;
        };
    }

    /** What is lost with it, beside what is known of why. */
    private static String detail(AttentionItem item) {
        Optional<String> lost =
                switch (item.kind()) {
                    case NODE_NOT_READY, NODE_SILENT, NODE_CORDONED, NODE_TAINTED ->
                        item.node().map(AttentionLines::on).filter(words -> !words.isEmpty());
                    default -> Optional.empty();
                };
        return lost.map(words ->
                        item.detail().isEmpty() ? words : Texts.of("AttentionLines.both", words, item.detail()))
                .orElse(item.detail());
    }

    /** "8 GPUs, 2 jobs on it"; of one that takes no more work "7 of 8 GPUs unused". */
    private static String on(Node node) {
        Holdings holdings = Holdings.of(node);
        int unused = holdings.cordoned() + (node.isUnschedulable() ? 0 : holdings.tainted());
        if (node.getReadiness() == Readiness.READY && unused > 0) {
            return Texts.of(
                    "AttentionLines.unused", Formats.count(unused), AcceleratorLabels.counted(node.getAccelerators()));
        }
        long jobs = node.getTasks().stream()
                .filter(task -> Holdings.holds(task) && Holdings.asked(task) > 0)
                .map(Task::getJob)
                .distinct()
                .count();
        String devices = node.getAccelerators().isEmpty() ? "" : AcceleratorLabels.counted(node.getAccelerators());
        return jobs == 0 || devices.isEmpty()
                ? devices
                : Texts.of("AttentionLines.onIt", devices, Formats.counted(jobs, "job"));
    }

    private static String explained(String head, String detail) {
        return detail.isEmpty() ? head : Texts.of("AttentionLines.explained", head, detail);
    }

    private static String together(AttentionKind kind, List<AttentionItem> items, Instant now) {
        String head = head(kind, items);
        String aged = items.stream()
                .flatMap(item -> item.since().stream())
                .min(Comparator.naturalOrder())
                .map(since -> switch (kind) {
                    case JOB_FAILING, JOB_FAILED, OPERATION_STOPPED -> head;
                    case JOB_WAITS -> Texts.of("AttentionLines.longest", head, Formats.age(since, now));
                    default -> Texts.of("AttentionLines.upTo", head, Formats.age(since, now));
                })
                .orElse(head);
        return explained(aged, which(kind, items));
    }

    private static String head(AttentionKind kind, List<AttentionItem> items) {
        String nodes = Formats.counted(items.size(), "node");
        String jobs = Formats.counted(items.size(), "job");
        String devices = AcceleratorLabels.counted(devices(items));
        return switch (kind) {
            case NODE_NOT_READY -> Texts.of("AttentionLines.nodesNotReady", nodes);
            case NODE_SILENT -> Texts.of("AttentionLines.nodesSilent", nodes);
            case DEVICE_FAILED -> Texts.of("AttentionLines.devicesFailed", devices);
            case PODS_REFUSED -> Texts.of("AttentionLines.jobsRefused", jobs);
            case JOB_FAILING -> Texts.of("AttentionLines.jobsFailing", jobs);
            case JOB_FAILED -> Texts.of("AttentionLines.jobsFailed", jobs);
            case OPERATION_STOPPED -> Texts.of("AttentionLines.operationsStopped", Formats.count(items.size()));
            case NODE_CONDITION -> Texts.of("AttentionLines.nodesReport", nodes);
            case NOT_OFFERED -> Texts.of("AttentionLines.nodesNotOffering", nodes);
            case NODE_CORDONED -> Texts.of("AttentionLines.nodesCordoned", nodes);
            case NODE_TAINTED -> Texts.of("AttentionLines.nodesTainted", nodes);
            case DEVICE_TAINTED -> Texts.of("AttentionLines.devicesTainted", devices);
            case JOB_WAITS -> Texts.of("AttentionLines.jobsWait", jobs);
            case USED_BUT_NOT_HELD -> Texts.of("AttentionLines.devicesUsed", devices);
            case IDLE_BUT_HELD -> Texts.of("AttentionLines.devicesIdle", devices);
            case SOURCE_SILENT -> Texts.of("AttentionLines.sourcesSilent", Formats.counted(items.size(), "source"));
            case NOT_CONNECTED -> items.getFirst().name();
        };
    }

    private static List<Accelerator> devices(List<AttentionItem> items) {
        return items.stream()
                .flatMap(item -> item.thing().stream())
                .filter(Accelerator.class::isInstance)
                .map(Accelerator.class::cast)
                .toList();
    }

    /** Which ones: where most of them are, or their names. */
    private static String which(AttentionKind kind, List<AttentionItem> items) {
        return switch (kind) {
            case JOB_WAITS -> longest(items.getFirst());
            case IDLE_BUT_HELD ->
                counted(items.stream()
                        .filter(item -> !item.detail().isEmpty())
                        .collect(Collectors.groupingBy(
                                AttentionItem::detail, LinkedHashMap::new, Collectors.counting())));
            case NODE_NOT_READY,
                    NODE_SILENT,
                    DEVICE_FAILED,
                    NODE_CONDITION,
                    NOT_OFFERED,
                    NODE_CORDONED,
                    NODE_TAINTED,
                    DEVICE_TAINTED,
                    USED_BUT_NOT_HELD ->
                counted(places(
                        items.stream().flatMap(item -> item.node().stream()).toList()));
            default -> Counted.named(items.stream().map(AttentionItem::name).toList(), NAMED);
        };
    }

    private static String longest(AttentionItem item) {
        return item.detail().isEmpty() ? item.name() : Texts.of("AttentionLines.both", item.name(), item.detail());
    }

    /** The innermost level of the network at which they are in few places, with how many are in each. */
    private static Map<String, Long> places(List<Node> nodes) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (int depth = 0; ; depth++) {
            Map<String, Long> here = new LinkedHashMap<>();
            for (Node node : nodes) {
                here.merge(place(node, depth), 1L, Long::sum);
            }
            if (!found.isEmpty() && (here.size() > NAMED || here.equals(found))) {
                return found;
            }
            found = here;
        }
    }

    /** The domain of a node at a depth from the outermost; deeper than there are any the innermost, without one its own name. */
    private static String place(Node node, int depth) {
        List<EObject> domains = new ArrayList<>();
        for (Domain at = node.getDomain(); at != null; at = at.getParent()) {
            domains.addFirst(at);
        }
        return FleetLabels.called(domains.isEmpty() ? node : domains.get(Math.min(depth, domains.size() - 1)));
    }

    private static String counted(Map<String, Long> places) {
        return Counted.named(
                places.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey(new NaturalOrder())))
                        .map(place -> place.getValue() == 1
                                ? SafeText.line(place.getKey())
                                : Texts.of(
                                        "AttentionLines.counted",
                                        SafeText.line(place.getKey()),
                                        Formats.count(place.getValue())))
                        .toList(),
                NAMED);
    }
}
