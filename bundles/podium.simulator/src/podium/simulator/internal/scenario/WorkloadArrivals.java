// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Keeps work arriving: each stream at its own rate, and services used more and less. */
final class WorkloadArrivals {

    private final SimulationEngine life;
    private final WorkloadSubmitter submitter;
    private final Scenario scenario;
    private final RandomSource seed;
    private final Map<String, Set<String>> submitted = new HashMap<>();

    WorkloadArrivals(SimulationEngine life, WorkloadSubmitter submitter, Scenario scenario, RandomSource seed) {
        this.life = life;
        this.submitter = submitter;
        this.scenario = scenario;
        this.seed = seed;
    }

    /** On the loop. */
    void start() {
        scenario.streams().forEach(stream -> next(stream, 1));
        scenario.scaling().forEach(scaling -> load(scaling, 1));
    }

    private void next(WorkloadStream stream, int number) {
        RandomSource own = seed.of(stream.id()).of(number);
        life.loop().after(stream.gap(own.of("gap")), () -> {
            if (life.kubelets().heldShare() < stream.heldBelow() && present(stream) < stream.atMost()) {
                WorkloadSpec work = stream.draw(own, number);
                submitted.computeIfAbsent(stream.id(), id -> new HashSet<>()).add(work.name());
                submitter.now(work);
            }
            next(stream, number + 1);
        });
    }

    /** How much of a stream's work is not finished. */
    private int present(WorkloadStream stream) {
        Set<String> names = submitted.computeIfAbsent(stream.id(), id -> new HashSet<>());
        ResourceType type = stream.pattern().path("kind").asText("job").equals("job")
                ? ResourceTypes.JOB
                : ResourceTypes.STATEFUL_SET;
        String namespace = stream.pattern().path("namespace").asText();
        names.removeIf(name -> life.store()
                .get(type, namespace, name)
                .map(object -> Json.number(object, 0, "status", "active") == 0
                        && Json.number(object, 0, "status", "succeeded") + Json.number(object, 0, "status", "failed")
                                > 0)
                .orElse(true));
        return names.size();
    }

    /** The load of a service comes and goes; its autoscaler follows. */
    private void load(Scenario.Scaling scaling, int number) {
        RandomSource own = seed.of(scaling.name()).of(number);
        Duration wait = Duration.ofMillis(
                Math.round(scaling.every().toMillis() * own.of("gap").between(0.5, 1.5)));
        life.loop().after(wait, () -> {
            life.autoscaler()
                    .load(
                            new ObjectKey(scaling.namespace(), scaling.name()),
                            own.between(scaling.from() - 0.5, scaling.to()));
            load(scaling, number + 1);
        });
    }
}
