// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.rule.NodeAffinityRule;

/**
 * Verdicts of late, for subjects that ask for the same: hundreds of jobs of one template are judged once. Only what no
 * node holds anything of is alike; a job that runs in part, or has volumes of its own, is judged by itself. In the realm.
 */
public final class AlikeVerdicts {
    private static final int MOST = 256;

    /** All that a verdict on a node depends on while nothing of the job is bound and no pod keeps another away. */
    private record Key(
            ClusterIndex index,
            TaskSpec spec,
            Object claims,
            List<String> pins,
            Optional<String> assigned,
            boolean pod,
            int priority,
            int count,
            Optional<Boolean> added) {}

    private final Map<Key, SubjectVerdicts> late = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Key, SubjectVerdicts> eldest) {
            return size() > MOST;
        }
    };

    /** Lets new verdicts begin with what is known of a subject alike, and remembers them for the next. */
    public void share(SubjectVerdicts fresh, ClusterIndex index) {
        key(fresh, index).ifPresent(key -> {
            @Nullable SubjectVerdicts before = late.put(key, fresh);
            if (before != null) {
                fresh.startFrom(before);
            }
        });
    }

    private static Optional<Key> key(SubjectVerdicts verdicts, ClusterIndex index) {
        Job job = verdicts.subject.job();
        boolean bound = job.getTasks().stream().map(Task::getNode).anyMatch(node -> node != null);
        return bound || verdicts.related || !verdicts.probe.spec.volumeClaims().isEmpty()
                ? Optional.empty()
                : verdicts.alikeClaims()
                        .map(claims -> new Key(
                                index,
                                verdicts.probe.spec,
                                claims,
                                verdicts.probe.pins,
                                NodeAffinityRule.assigned(verdicts.probe),
                                JobTraits.isPod(job),
                                job.getPriority(),
                                verdicts.pieces.size(),
                                verdicts.added()));
    }

    public void clear() {
        late.clear();
    }
}
