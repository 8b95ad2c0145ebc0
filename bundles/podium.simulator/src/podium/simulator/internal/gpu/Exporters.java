// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.kubelet.DeviceManager;
import podium.simulator.internal.kubelet.DeviceManager.Entry;
import podium.simulator.internal.scenario.AcceleratorModel;
import podium.simulator.internal.scenario.SimulatedFleet;
import podium.simulator.store.ResourceTypes;

/** Answers for the exporter pods of a fleet. May be asked by any thread. */
public final class Exporters {

    private static final Map<String, Exporter> BY_APP = Map.of(
            "nvidia-dcgm-exporter", new DcgmExporter(),
            "amd-device-metrics-exporter", new AmdExporter(),
            "habana-metric-exporter", new GaudiExporter());

    /** Gigabytes in the name of a profile, as in 3g.20gb. */
    private static final Pattern MEMORY = Pattern.compile("\\.(\\d+)gb");

    private final SimulatedFleet fleet;
    private final SensorModel sensors;

    /** The exporters of a fleet. */
    public Exporters(SimulatedFleet fleet) {
        this.fleet = fleet;
        this.sensors = new SensorModel(fleet.life().cluster().seed().of("sensors"), fleet.built());
    }

    /**
     * What an exporter pod prints on {@code /metrics}.
     *
     * @param pod the pod
     * @param port name or number of the port, empty for the only one
     * @return empty if the pod is no exporter, is not running, or its node carries nothing it knows
     */
    public Optional<String> metrics(ObjectNode pod, String port) {
        Exporter exporter = BY_APP.get(Json.labels(pod).getOrDefault("app", ""));
        if (exporter == null || !Json.text(pod, "status", "phase").equals("Running") || !listens(pod, port)) {
            return Optional.empty();
        }
        SimulationEngine life = fleet.life();
        return read(Json.text(pod, "spec", "nodeName"), life.pace().instant()).map(exporter::text);
    }

    private static boolean listens(ObjectNode pod, String port) {
        if (port.isEmpty()) {
            return true;
        }
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            for (JsonNode known : container.path("ports")) {
                if (Json.text(known, "name").equals(port)
                        || Json.text(known, "containerPort").equals(port)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the accelerators of a node measure; empty: it has none. */
    Optional<NodeReadings> read(String node, Instant time) {
        SimulationEngine life = fleet.life();
        Optional<DeviceManager> devices = life.kubelets().devices(node);
        Optional<AcceleratorModel> model = life.store()
                .get(ResourceTypes.NODE, "", node)
                .flatMap(object -> fleet.hardware().byLabels(Json.labels(object)));
        if (devices.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, List<Entry>> byGpu = new LinkedHashMap<>();
        for (Entry entry : devices.get().entries()) {
            if (DeviceInventory.accelerator(entry.device().resource())) {
                byGpu.computeIfAbsent(entry.device().gpu(), gpu -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<NodeReadings.Measured> measured = new ArrayList<>();
        for (List<Entry> entries : byGpu.values()) {
            NodeReadings.Measured whole = measure(node, model.get(), devices.get(), entries.getFirst(), time, true);
            List<NodeReadings.Measured> parts = entries.stream()
                    .filter(entry -> !entry.device().slice().isEmpty())
                    .map(entry -> measure(node, model.get(), devices.get(), entry, time, false))
                    .map(part -> part.instance() ? part.with(ofItsProfile(part, whole.reading())) : part)
                    .toList();
            measured.add(
                    whole.isCut()
                            ? whole.with(whole.reading()
                                    .with(
                                            whole.reading().load(),
                                            used(parts),
                                            whole.reading().totalMiB()))
                            : whole);
            measured.addAll(parts);
        }
        return Optional.of(new NodeReadings(node, model.get(), measured));
    }

    private static double used(List<NodeReadings.Measured> parts) {
        return parts.stream().mapToDouble(part -> part.reading().memoryMiB()).sum();
    }

    /** An instance fills the memory that its profile names as its work would fill that of the whole. */
    private static AcceleratorReading ofItsProfile(NodeReadings.Measured part, AcceleratorReading whole) {
        AcceleratorReading alone = part.reading();
        Matcher profile = MEMORY.matcher(part.entry().device().slice());
        double total = profile.find()
                ? Math.min(whole.totalMiB(), 1024.0 * Integer.parseInt(profile.group(1)))
                : whole.totalMiB();
        return whole.with(alone.load(), alone.memoryMiB() * total / whole.totalMiB(), total);
    }

    private NodeReadings.Measured measure(
            String node, AcceleratorModel model, DeviceManager devices, Entry entry, Instant time, boolean whole) {
        int gpu = entry.device().gpu();
        Optional<DeviceManager.Holder> holder =
                whole ? devices.holders(gpu).stream().findFirst() : entry.holder();
        AcceleratorReading reading = sensors.read(
                node,
                gpu,
                model,
                holder,
                devices.heldBefore(gpu),
                fleet.faults().of(node, gpu, time),
                time);
        boolean parted = !entry.device().slice().isEmpty();
        Entry shown = whole && parted ? new Entry(entry.device(), Optional.empty(), entry.healthy()) : entry;
        String uuid = fleet.life().inventory().gpuId(node, gpu);
        return new NodeReadings.Measured(shown, uuid, reading, whole);
    }
}
