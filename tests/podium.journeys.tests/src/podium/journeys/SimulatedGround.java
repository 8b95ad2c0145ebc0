// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** The cluster of {@code lab.yaml} or another scenario beside this class, equal each time, living twenty times faster than the world. */
final class SimulatedGround implements Ground {
    private static final Instant OPENING = Instant.parse("2026-03-02T09:00:00Z");
    private static final double SPEED = 20;

    private final Simulator simulator;
    private final Path kubeconfig;

    SimulatedGround(Path directory) throws IOException {
        this(directory, "lab.yaml");
    }

    /** The cluster of another scenario, which holds what {@code lab.yaml} does. */
    SimulatedGround(Path directory, String file) throws IOException {
        Path scenario = directory.resolve(file);
        try (InputStream in = SimulatedGround.class.getResourceAsStream(file)) {
            Files.copy(Objects.requireNonNull(in), scenario);
        }
        kubeconfig = directory.resolve("kubeconfig");
        simulator = Simulator.start(SimulatorOptions.defaults()
                .withScenario(scenario.toString())
                .withOpening(OPENING)
                .withSpeed(SPEED));
        simulator.writeKubeconfig(kubeconfig);
    }

    Simulator simulator() {
        return simulator;
    }

    @Override
    public Path kubeconfig() {
        return kubeconfig;
    }

    @Override
    public void hold() {
        simulator.clock().setSpeed(0);
    }

    @Override
    public void step() {
        simulator.clock().advance(Duration.ofMillis(100));
    }

    @Override
    public void release() {
        simulator.clock().setSpeed(SPEED);
    }

    @Override
    public BudgetWatch watch(String deployment, int least) {
        BudgetWatch watch = new BudgetWatch(deployment, least);
        simulator.store().list(ResourceTypes.POD, "team").forEach(watch::began);
        simulator.store().watch(ResourceTypes.POD, event -> {
            if (event.type() == StoreEvent.Type.DELETED) {
                watch.gone(event.object());
            } else {
                watch.seen(event.object());
            }
        });
        return watch;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
