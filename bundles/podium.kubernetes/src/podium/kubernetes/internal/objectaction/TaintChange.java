// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;

/** Taints put on and taken off a node, as {@code kubectl taint} takes them: {@code key=value:Effect}, {@code key:Effect-}, {@code key-}. */
final class TaintChange {
    private static final Pattern TAINT =
            Pattern.compile("([\\w./-]{1,316}?)(?:=([\\w.-]{0,63}))?(?::(NoSchedule|PreferNoSchedule|NoExecute))?(-?)");
    private static final String AT = "/spec/taints";

    private TaintChange() {}

    static Plan plan(ObjectTarget target, List<String> changes) throws Refusal {
        if (!target.ref().resource().equals("nodes")) {
            throw new Refusal(Texts.of("TaintChange.onlyNodesHaveTaints"), Texts.of("TaintChange.selectANode"));
        }
        JsonNode now = target.object().path("spec").path("taints");
        ArrayNode wanted = Trees.array();
        now.forEach(wanted::add);
        boolean executes = false;
        for (String change : changes) {
            executes |= apply(change, wanted);
        }
        if (wanted.equals(now) || wanted.isEmpty() && now.isEmpty()) {
            throw new Refusal(
                    Texts.of("TaintChange.hasTheseTaintsAlready", target.name()), Texts.of("TaintChange.nothingToDo"));
        }
        TestedPatch patch = new TestedPatch(target.object());
        if (wanted.isEmpty()) {
            patch.removeEntry(AT);
        } else {
            patch.set(AT, wanted);
        }
        String words = Texts.of("TaintChange.taint", target.name(), String.join(", ", changes));
        return target.plan(
                "taint",
                words,
                target.write(patch, words, Texts.of("TaintChange.putTheTaintsOfBack", target.name())),
                List.of(Texts.of("TaintChange.kubeSchedulerLooksAtTaints")),
                executes ? List.of(Texts.of("TaintChange.noexecuteEndsEveryPod")) : List.of());
    }

    /** Whether it adds one that ends pods. */
    private static boolean apply(String change, ArrayNode taints) throws Refusal {
        Matcher parts = TAINT.matcher(change);
        boolean off = change.endsWith("-");
        if (!parts.matches() || !off && parts.group(3) == null) {
            throw new Refusal(
                    Texts.of("TaintChange.isNotAValid", change), Texts.of("TaintChange.writeKeyValueNoschedule"));
        }
        String key = parts.group(1);
        String effect = parts.group(3) == null ? "" : parts.group(3);
        for (int i = taints.size() - 1; i >= 0; i--) {
            JsonNode one = taints.path(i);
            if (one.path("key").asText().equals(key)
                    && (effect.isEmpty() || one.path("effect").asText().equals(effect))) {
                taints.remove(i);
            }
        }
        if (!off) {
            ObjectNode taint = taints.addObject().put("key", key);
            if (parts.group(2) != null && !parts.group(2).isEmpty()) {
                taint.put("value", parts.group(2));
            }
            taint.put("effect", effect);
        }
        return !off && effect.equals("NoExecute");
    }
}
