// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;
import podium.simulator.texts.Texts;

/** Brings a scenario to life: builds the fleet in the past, lives through its history, and opens it. */
public final class SimulatedFleet {
    /** Nodes after which it is told how far the making is. */
    private static final int TOLD = 100;

    /** Parts of the past after which it is told how far it is. */
    private static final int STEPS = 20;

    /** Objects that are reconciled between two times that it is told. */
    private static final int WORK = 100;

    private final SimulationEngine life;
    private final HardwareCatalog hardware;
    private final HardwareFaultLog faults;
    private final Instant built;

    private SimulatedFleet(SimulationEngine life, HardwareCatalog hardware, HardwareFaultLog faults, Instant built) {
        this.built = built;
        this.life = life;
        this.hardware = hardware;
        this.faults = faults;
    }

    /**
     * A living fleet whose time stands still until it is given a pace.
     *
     * @param name a scenario: see {@link ScenarioCatalog}, or {@code trace DIR}
     * @param seed equal seeds give equal fleets
     * @param opening the virtual time at which it is first looked at
     * @throws IllegalArgumentException if there is no such scenario
     */
    public static SimulatedFleet open(String name, RandomSource seed, Instant opening) {
        return open(name, seed, opening, how -> {});
    }

    /**
     * The same, and tells how far it is.
     *
     * @param progress told in a few words now and then, on the thread that calls; what it throws ends the making
     */
    public static SimulatedFleet open(String name, RandomSource seed, Instant opening, Consumer<String> progress) {
        HardwareCatalog hardware = new HardwareCatalog();
        HardwareFaultLog faults = new HardwareFaultLog();
        if (name.startsWith("trace ")) {
            TraceReplay trace =
                    TraceReplay.read(name.substring("trace ".length()).strip());
            return build(trace.scenario(hardware), trace, hardware, faults, seed, opening, progress);
        }
        return build(
                new ScenarioCatalog(hardware).find(name),
                TraceReplay.none(),
                hardware,
                faults,
                seed,
                opening,
                progress);
    }

    private static SimulatedFleet build(
            Scenario scenario,
            TraceReplay trace,
            HardwareCatalog hardware,
            HardwareFaultLog faults,
            RandomSource seed,
            Instant opening,
            Consumer<String> progress) {
        Instant start = opening.minus(scenario.age());
        SimulationEngine life = new SimulationEngine(start, opening, seed);
        try {
            live(life, scenario, trace, hardware, faults, seed, start, opening, progress);
        } catch (CancellationException e) {
            life.close();
            throw e;
        }
        return new SimulatedFleet(life, hardware, faults, start);
    }

    private static void live(
            SimulationEngine life,
            Scenario scenario,
            TraceReplay trace,
            HardwareCatalog hardware,
            HardwareFaultLog faults,
            RandomSource seed,
            Instant start,
            Instant opening,
            Consumer<String> progress) {
        life.loop().runNow(() -> {
            new ClusterBaseline(life).lay(scenario);
            nodes(life, scenario, seed, start, progress);
        });
        WorkloadSubmitter submitter = new WorkloadSubmitter(life);
        scenario.workloads().forEach(work -> life.loop().post(() -> {
            submitter.at(opening.minus(work.age()), work);
            scenario.scaling().stream().filter(scaling -> scaling.of(work)).forEach(scaling -> life.loop()
                    .at(opening.minus(work.age()), () -> submitter.autoscaler(scaling, work.pods())));
        }));
        trace.nodes(life, hardware, start);
        trace.replay(life, opening);
        past(life, start, opening, progress);
        life.open();
        life.loop().runNow(() -> {
            new WorkloadArrivals(life, submitter, scenario, seed.of("arrivals")).start();
            new FaultInjector(life, faults).plan(scenario);
        });
        life.loop().runUntil(opening);
    }

    /** Lives from the beginning to the moment at which it is first looked at. */
    private static void past(SimulationEngine life, Instant start, Instant opening, Consumer<String> progress) {
        Duration step = Duration.between(start, opening).dividedBy(STEPS);
        for (int i = 1; i <= STEPS; i++) {
            // no percent: how long the hours that are left take depends on what happens in them
            Runnable tell = () -> progress.accept(Texts.of(
                    "SimulatedFleet.playingItsLastHours",
                    apart(Duration.between(start, life.loop().now()).toHours()),
                    apart(Duration.between(start, opening).toHours()),
                    apart(life.store().revision())));
            tell.run();
            // all jobs of a large fleet may start in one of the steps
            int[] worked = {0};
            life.loop().onWork(() -> {
                if (++worked[0] % WORK == 0) {
                    tell.run();
                }
            });
            life.loop().runUntil(i == STEPS ? opening : start.plus(step.multipliedBy(i)));
        }
        life.loop().onWork(() -> {});
    }

    private static void nodes(
            SimulationEngine life, Scenario scenario, RandomSource seed, Instant start, Consumer<String> progress) {
        NodeFactory factory = new NodeFactory(seed, Json.time(start));
        ResourceSlices slices = new ResourceSlices(life, start);
        int number = 0;
        int all =
                scenario.pools().stream().mapToInt(pool -> pool.places().size()).sum();
        for (NodePool pool : scenario.pools()) {
            for (NodePool.Place place : pool.places()) {
                if (number % TOLD == 0) {
                    progress.accept(Texts.of("SimulatedFleet.ofNodes", apart(number), apart(all)));
                }
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

    /** A number with its thousands apart, as the console writes it. */
    private static String apart(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }

    /** The cluster. */
    public SimulationEngine life() {
        return life;
    }

    /** When its machines were built, in virtual time. */
    public Instant built() {
        return built;
    }

    /** The machines and accelerators it is built of. */
    public HardwareCatalog hardware() {
        return hardware;
    }

    /** What has broken and what has happened on devices. */
    public HardwareFaultLog faults() {
        return faults;
    }
}
