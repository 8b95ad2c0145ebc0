// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.List;
import podium.core.change.Change;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Pods of a gang that wait at the gate, each with its rank. */
final class RankedPods {
    static final TaskSpec PLAIN = TaskSpec.of(Resources.none());

    private RankedPods() {}

    /** A gated pod {@code JOB-RANK} that asks for GPUs and has the pod rules of a spec. */
    static Change.PodSeen pod(String job, int rank, TaskSpec rules, int gpus) {
        Change.PodSeen p = Seen.pod(
                job + "-" + rank,
                TaskPhase.GATED,
                "",
                spec(Seen.asks(gpus).requests(), rules.podAffinity(), rules.podAntiAffinity()),
                Seen.owner("Job", job));
        return PodBuilder.like(p).labels(Labels.of("app", "x")).rank(rank).build();
    }

    /** Pods that keep each other out of their domain. */
    static TaskSpec apart(String key) {
        return spec(Resources.none(), List.of(), List.of(term(key)));
    }

    /** Pods that must share a domain. */
    static TaskSpec together(String key) {
        return spec(Resources.none(), List.of(term(key)), List.of());
    }

    /** Pods of the gang in one domain. */
    static PodTerm term(String key) {
        return new PodTerm(key, new LabelSelector(Labels.of("app", "x"), List.of()), List.of());
    }

    private static TaskSpec spec(Resources requests, List<PodTerm> near, List<PodTerm> apart) {
        return SpecBuilder.of(requests)
                .podAffinity(near)
                .podAntiAffinity(apart)
                .gates("podium.placement/manual")
                .build();
    }
}
