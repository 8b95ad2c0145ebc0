// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AddedTolerations;
import podium.core.fleet.NodeTroubleText;
import podium.model.fleet.Node;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.placement.Reason;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** What the taints of a node say of a task, with what the server may let its pod tolerate when it is made. */
final class TaintCheck {
    private final TaskProbe probe;
    private @Nullable Optional<Boolean> adds;

    TaintCheck(TaskProbe probe) {
        this.probe = probe;
    }

    void judge(Node node, Reasons blockers, Reasons conditions) {
        @Nullable Taints taints = node.getTaints();
        if (taints == null) {
            return;
        }
        probe.taintReason(taints)
                .ifPresent(words -> blockers.add(Reason.of(NodeTroubleText.noted(node, words), words)));
        for (Taint taint : probe.toleratedIfAdded(taints)) {
            Optional<Boolean> known = adds(node);
            if (known.isEmpty()) {
                String words = Texts.of("TaintCheck.theServerAdds", taint.words());
                conditions.add(new Reason(words, words, Reason.Kind.TOLERATION));
            } else if (!known.get()) {
                blockers.add(Texts.of("TaskProbe.taintIsNotTolerated", taint.words()));
            }
        }
    }

    private Optional<Boolean> adds(Node node) {
        Optional<Boolean> known = adds;
        if (known == null) {
            known = Optional.ofNullable(node.getCluster()).flatMap(AddedTolerations::ofServer);
            adds = known;
        }
        return known;
    }
}
