// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.cluster.ClusterConnection;
import podium.operation.internal.gate.Checker;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.EndedPods;
import podium.operation.plan.Checked;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** What stands in the way of a plan now: what the server refuses, and what would end though the plan does not say so. */
final class PlanCheck {
    private PlanCheck() {}

    /**
     * What is found. Blocks.
     *
     * @param own the operation that goes on by it; empty: it begins
     */
    static Checked check(
            Plan plan, ClusterConnection connection, InstantSource clock, Optional<JournaledOperation> own) {
        String id = own.map(JournaledOperation::id).orElse("");
        Checked checked = new Checker(connection, clock, id).check(plan);
        List<String> problems = new ArrayList<>(checked.problems());
        Optional<ObjectReader> reader = connection.capability(ObjectReader.class);
        if (problems.isEmpty() && reader.isPresent()) {
            problems.addAll(more(
                    plan,
                    own.map(EndedPods::by).orElse(Set.of()),
                    connection.capability(KindCatalog.class).orElseGet(KindCatalog::none),
                    EndedPods.of(reader.get())));
        }
        return new Checked(problems, checked.warnings());
    }

    /** What cannot be read is found out before it is written. */
    private static Set<String> more(
            Plan plan, Set<String> own, KindCatalog kinds, EndedPods.Reader<IOException> reader) {
        Set<String> more = new LinkedHashSet<>();
        try {
            for (Step step : plan.steps()) {
                for (Step.Write write : step.writes()) {
                    more.addAll(EndedPods.problems(write, own, kinds, reader));
                }
            }
        } catch (IOException e) {
            return more;
        }
        return more;
    }
}
