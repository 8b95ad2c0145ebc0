// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.cluster.ClusterConnection;
import podium.core.json.Json;
import podium.operation.internal.gate.Checker;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.EndedPods;
import podium.operation.plan.Checked;
import podium.operation.plan.Expectation;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

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
        if (problems.isEmpty() && reader.isPresent() && own.isEmpty()) {
            problems.addAll(waits(plan, reader.get()));
        }
        if (problems.isEmpty() && reader.isPresent()) {
            problems.addAll(more(
                    plan,
                    own.map(EndedPods::by).orElse(Set.of()),
                    connection.capability(KindCatalog.class).orElseGet(KindCatalog::none),
                    EndedPods.of(reader.get())));
        }
        return new Checked(problems, checked.warnings());
    }

    /** What a plan makes sure of before it writes anything, as that a queue admits jobs, and what does not hold any more. */
    private static List<String> waits(Plan plan, ObjectReader reader) {
        List<String> waits = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (!(step instanceof Step.Await await)) {
                break;
            }
            if (await.expectation() instanceof Expectation.ConditionTrue(String type)) {
                missed(await.target(), type, reader)
                        .ifPresent(now -> waits.add(Texts.of("PlanCheck.wouldWait", await.words(), now)));
            }
        }
        return waits;
    }

    /** What is said where an object is gone, or its condition is not true; empty: it is, or is not told. */
    private static Optional<String> missed(ObjectRef ref, String type, ObjectReader reader) {
        try {
            Optional<JsonNode> object = reader.read(ref).map(Json::read);
            if (object.isEmpty()) {
                return Optional.of(Texts.of("PlanCheck.doesNotExist", ref.displayName()));
            }
            for (JsonNode condition : object.get().at("/status/conditions")) {
                if (type.equals(condition.path("type").asText())) {
                    return Optional.of(condition)
                            .filter(now -> !"True".equals(now.path("status").asText()))
                            .map(now -> now.path("message").asText());
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // who may not read it is told when it waits
        }
        return Optional.empty();
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
