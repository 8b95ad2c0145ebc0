// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.life.Life;
import podium.simulator.internal.life.Seed;
import podium.simulator.store.ResourceTypes;

/** Brings a scenario to life: builds the fleet in the past, lives through its history, and opens it. */
public final class Fleet {

    private final Life life;
    private final Hardware hardware;
    private final FaultLog faults;
    private final Instant built;

    private Fleet(Life life, Hardware hardware, FaultLog faults, Instant built) {
        this.built = built;
        this.life = life;
        this.hardware = hardware;
        this.faults = faults;
    }

    /**
     * A living fleet whose time stands still until it is given a pace.
     *
     * @param name a scenario: see {@link Catalog}, or {@code trace DIR}
     * @param seed equal seeds give equal fleets
     * @param opening the virtual time at which it is first looked at
     * @throws IllegalArgumentException if there is no such scenario
     */
    public static Fleet open(String name, Seed seed, Instant opening) {
        Hardware hardware = new Hardware();
        FaultLog faults = new FaultLog();
        if (name.startsWith("trace ")) {
            Trace trace = Trace.read(name.substring("trace ".length()).strip());
            return build(trace.scenario(hardware), trace, hardware, faults, seed, opening);
        }
        return build(new Catalog(hardware).find(name), Trace.none(), hardware, faults, seed, opening);
    }

    private static Fleet build(
            Scenario scenario, Trace trace, Hardware hardware, FaultLog faults, Seed seed, Instant opening) {
        Instant start = opening.minus(scenario.age());
        Life life = new Life(start, opening, seed);
        life.loop().runNow(() -> {
            new Foundation(life).lay(scenario);
            nodes(life, scenario, seed, start);
        });
        Submitter submitter = new Submitter(life);
        scenario.workloads().forEach(work -> life.loop().post(() -> submitter.at(opening.minus(work.age()), work)));
        trace.nodes(life, hardware, start);
        trace.replay(life, opening);
        life.loop().runUntil(opening);
        life.open();
        life.loop().runNow(() -> {
            new Arrivals(life, submitter, scenario, seed.of("arrivals")).start();
            new Breakage(life, faults).plan(scenario);
        });
        life.loop().runUntil(opening);
        return new Fleet(life, hardware, faults, start);
    }

    private static void nodes(Life life, Scenario scenario, Seed seed, Instant start) {
        NodeFactory factory = new NodeFactory(seed, Json.time(start));
        ResourceSlices slices = new ResourceSlices(life, start);
        int number = 0;
        for (Pool pool : scenario.pools()) {
            for (Pool.Place place : pool.places()) {
                ObjectNode node = life.store().create(ResourceTypes.NODE, factory.node(pool, place, number++));
                if (scenario.resourceSlices()) {
                    pool.machine().accelerator().ifPresent(accelerator -> slices.publish(node, accelerator));
                }
            }
        }
        scenario.cordoned().forEach(cordon -> life.store().modify(ResourceTypes.NODE, "", cordon.node(), node -> {
            Json.with(node, "spec").put("unschedulable", true);
            Json.array(Json.with(node, "spec"), "taints")
                    .addObject()
                    .put("key", "node.kubernetes.io/unschedulable")
                    .put("effect", "NoSchedule")
                    .put("timeAdded", Json.time(start));
            Json.with(node, "metadata", "annotations").put("simulator.podium/cordon-reason", cordon.why());
        }));
    }

    /** The cluster. */
    public Life life() {
        return life;
    }

    /** When its machines were built, in virtual time. */
    public Instant built() {
        return built;
    }

    /** The machines and accelerators it is built of. */
    public Hardware hardware() {
        return hardware;
    }

    /** What has broken and what has happened on devices. */
    public FaultLog faults() {
        return faults;
    }
}
