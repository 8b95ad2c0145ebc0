// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.model.value.ControllerRef;
import podium.model.value.Labels;
import podium.model.value.WorkKind;

/** Which place a pod has in its gang, as its controller wrote it down. */
final class Ranks {
    /** Labels of other controllers: LeaderWorkerSet, Kubeflow, Volcano, StatefulSet; in the order they are believed. */
    private static final List<String> LABELS = List.of(
            "leaderworkerset.sigs.k8s.io/worker-index",
            "training.kubeflow.org/replica-index",
            "volcano.sh/task-index",
            "apps.kubernetes.io/pod-index");

    private static final String JOBSET = "jobset.sigs.k8s.io/job-global-index";

    private Ranks() {}

    static OptionalInt of(Labels labels, PodMarks annotations, Optional<ControllerRef> controller, String name) {
        String index = annotations.index().isEmpty()
                ? labels.get("batch.kubernetes.io/job-completion-index").orElse("")
                : annotations.index();
        if (!index.isEmpty()) {
            // a JobSet of one-pod jobs counts its jobs; one of many-pod jobs counts the pods of each
            return "0".equals(index) && labels.has(JOBSET)
                    ? number(labels.get(JOBSET).orElse("0"))
                    : number(index);
        }
        if (controller.isEmpty() || controller.get().work().is(WorkKind.Trait.UNRANKED)) {
            return OptionalInt.empty();
        }
        for (String label : LABELS) {
            Optional<String> value = labels.get(label);
            if (value.isPresent()) {
                return number(value.get());
            }
        }
        return controller.get().work().is(WorkKind.Trait.RANKED_BY_NAME)
                ? number(name.substring(name.lastIndexOf('-') + 1))
                : OptionalInt.empty();
    }

    private static OptionalInt number(String text) {
        try {
            int value = Integer.parseInt(text);
            return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
