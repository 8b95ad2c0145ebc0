// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.core.texts.Texts;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.NodeRemark;
import podium.model.value.Taints;

/** What a node itself says of why it is out of service: what people wrote on it, and its bad conditions. In the realm. */
public final class NodeTroubleText {
    /** "GPU 5", "GPUs 3, 4 and 7": devices that a remark names by their index. */
    private static final Pattern DEVICES = Pattern.compile(
            "\\b(?:gpu|tpu|npu|gaudi|accelerator|device|card)s?[ #:_-]*(\\d{1,3}(?:(?:, ?| ?& ?| and )\\d{1,3})*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GOOD = Pattern.compile("(?<!Not)(Ready|Healthy|Available|IsVoter)$");

    private NodeTroubleText() {}

    /** "waiting for a replacement of GPU 5 (XID 79)", as people wrote it, several with semicolons; empty: nobody wrote any. */
    public static Optional<String> remarks(Node node) {
        return joined(all(node).stream()
                .map(remark -> Texts.of("NodeTroubleText.quoted", CleanText.clean(remark.words())))
                .toList());
    }

    /** The same with the annotations that have it. */
    public static Optional<String> remarksWithKeys(Node node) {
        return joined(all(node).stream()
                .map(remark -> Texts.of(
                        "NodeTroubleText.quotedOfKey", CleanText.clean(remark.words()), CleanText.clean(remark.key())))
                .toList());
    }

    /** Words about a node, and what people wrote on it, which may be why. */
    public static String noted(Node node, String words) {
        return remarks(node)
                .map(remarks -> Texts.of("NodeTroubleText.noted", words, remarks))
                .orElse(words);
    }

    /** What people wrote that names this device; empty: nothing does. */
    public static Optional<String> remarks(Accelerator device) {
        @Nullable Node node = device.getNode();
        return node == null || !named(node).contains(device.getIndex())
                ? Optional.empty()
                : joined(all(node).stream()
                        .filter(remark -> named(remark.words()).contains(device.getIndex()))
                        .map(remark -> Texts.of("NodeTroubleText.quoted", CleanText.clean(remark.words())))
                        .toList());
    }

    /** Indices of the devices of the node that are named in what people wrote on it. */
    public static SortedSet<Integer> named(Node node) {
        SortedSet<Integer> named = new TreeSet<>();
        all(node).forEach(remark -> named.addAll(named(remark.words())));
        named.removeIf(index -> node.getAccelerators().stream().noneMatch(device -> device.getIndex() == index));
        return named;
    }

    /** Its bad conditions that say why, as "GpuUnhealthy: 1 GPU has fallen off the bus"; none that only says it is silent. */
    public static List<String> conditions(Node node) {
        return bad(node).stream()
                .filter(condition -> !condition.message().isBlank())
                .map(condition ->
                        CleanText.clean(Texts.of("NodeTroubleText.condition", condition.type(), condition.message())))
                .toList();
    }

    /** Its conditions that tell of something bad; none of which nobody knows how it stands. */
    public static List<Condition> bad(Node node) {
        @Nullable Conditions conditions = node.getConditions();
        return conditions == null
                ? List.of()
                : conditions.all().stream()
                        .filter(condition ->
                                isBad(condition) && !condition.status().equals("Unknown"))
                        .toList();
    }

    /**
     * True when a condition tells of something bad: one called Ready, Healthy, Available or IsVoter (etcd, by k3s) is good when True,
     * any other when False.
     */
    public static boolean isBad(Condition condition) {
        return !condition.status().equals(GOOD.matcher(condition.type()).find() ? "True" : "False");
    }

    private static List<NodeRemark> all(Node node) {
        @Nullable Taints taints = node.getTaints();
        return taints == null ? List.of() : taints.remarks();
    }

    private static List<Integer> named(String words) {
        List<Integer> named = new ArrayList<>();
        Matcher found = DEVICES.matcher(words);
        while (found.find()) {
            for (String index : found.group(1).split("\\D+")) {
                named.add(Integer.valueOf(index));
            }
        }
        return named;
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
    }
}
