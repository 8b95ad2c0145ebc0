// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.texts.Texts;

/** The filters of kubectl drain, in its order (k8s.io/kubectl/pkg/drain/filters.go), with --ignore-daemonsets. */
final class DrainFilters {
    private final boolean force;
    private final boolean deleteEmptyDir;
    private final boolean partial;

    private final Function<Task, Optional<String>> barred;

    /** @param barred why the operator's rules keep a pod where it is; empty: they do not */
    DrainFilters(DrainRequest request, Function<Task, Optional<String>> barred) {
        this.barred = barred;
        this.force = request.force();
        this.deleteEmptyDir = request.deleteEmptyDir();
        this.partial = request.partial();
    }

    DrainFilterResult rule(Task task) {
        boolean finished = Holdings.hasEnded(task);
        @Nullable ControllerRef controller = task.getController();
        if (controller != null && JobTraits.has(controller, WorkKind.Trait.EVERY_NODE) && !finished) {
            return new DrainFilterResult(
                    Fate.STAYS, Texts.of("DrainFilters.belongsToThe", controller.kind(), controller.name()), false);
        }
        if (task.isMirror()) {
            return new DrainFilterResult(Fate.STAYS, Texts.of("DrainFilters.staticPodRunBy"), false);
        }
        Optional<String> kept = barred.apply(task);
        if (kept.isPresent()) {
            return new DrainFilterResult(Fate.BLOCKS, Texts.of("DrainFilters.isNotTouched", kept.get()), true);
        }
        if (finished) {
            return new DrainFilterResult(Fate.FINISHED, Texts.of("DrainFilters.hasFinishedOnlyIts"), false);
        }
        List<String> missing = new ArrayList<>();
        @Nullable TaskSpec spec = task.getSpec();
        if (spec != null && spec.emptyDir() && !deleteEmptyDir) {
            missing.add(partial ? Texts.of("DrainFilters.keepsDataAndStays") : Texts.of("DrainFilters.keepsDataInAn"));
        }
        if (controller == null && !force) {
            missing.add(
                    partial
                            ? Texts.of("DrainFilters.hasNoControllerAndStays")
                            : Texts.of("DrainFilters.hasNoControllerTo"));
        }
        if (!missing.isEmpty()) {
            String why = String.join("; ", missing);
            return new DrainFilterResult(Fate.BLOCKS, partial ? Texts.of("DrainFilters.soItStays", why) : why, true);
        }
        return new DrainFilterResult(Fate.EVICT, evicted(task, controller, spec), false, controller != null);
    }

    private static String evicted(Task task, @Nullable ControllerRef controller, @Nullable TaskSpec spec) {
        List<String> clauses = new ArrayList<>();
        if (controller == null) {
            clauses.add(Texts.of("DrainFilters.evictedForGoodNo"));
            group(task).ifPresent(clauses::add);
        } else {
            clauses.add(Texts.of("DrainFilters.itsControllerCreatesANewOne", controller.kind(), controller.name()));
        }
        if (spec != null && spec.emptyDir()) {
            clauses.add(Texts.of("DrainFilters.itsEmptydirDataIs"));
        }
        return String.join("; ", clauses);
    }

    /** Kueue keeps the quota of a group of plain pods for the one that is to stand in the place of the lost one. */
    private static Optional<String> group(Task task) {
        @Nullable Job job = task.getJob();
        String version = job == null || job.getApiVersion() == null ? "" : job.getApiVersion();
        return version.startsWith(KueueNames.GROUP + "/")
                ? Optional.of(Texts.of("DrainFilters.itsGroupWaitsUntil", job.getName()))
                : Optional.empty();
    }
}
