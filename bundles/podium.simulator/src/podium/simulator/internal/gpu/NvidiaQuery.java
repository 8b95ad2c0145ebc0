// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.scenario.AcceleratorModel;

/**
 * {@code nvidia-smi --query-gpu=FIELDS --format=csv[,noheader][,nounits]} with the fields that scripts ask for most
 * ({@code nvidia-smi --help-query-gpu}).
 *
 * @param fields in the order that they are asked for
 * @param header whether the first line names them
 * @param units whether numbers have theirs
 */
record NvidiaQuery(List<String> fields, boolean header, boolean units) {
    private static final String QUERY = "--query-gpu=";
    private static final String FORMAT = "--format=";

    private record Value(String unit, String text) {}

    /** What is asked; empty: it is the table. */
    static Optional<NvidiaQuery> of(List<String> arguments) {
        return option(arguments, QUERY).map(fields -> {
            List<String> format =
                    List.of(option(arguments, FORMAT).orElse("csv").split(","));
            return new NvidiaQuery(
                    Arrays.stream(fields.split(",")).map(String::strip).toList(),
                    !format.contains("noheader"),
                    !format.contains("nounits"));
        });
    }

    private static Optional<String> option(List<String> arguments, String name) {
        return arguments.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
    }

    /** What it prints of these devices. */
    String print(List<NodeReadings.Measured> seen, AcceleratorModel model) {
        if (seen.isEmpty()) {
            return "No devices were found\n";
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            int index = i;
            List<Optional<Value>> values = fields.stream()
                    .map(field -> field(field, index, seen.get(index), model))
                    .toList();
            int unknown = values.indexOf(Optional.<Value>empty());
            if (unknown >= 0) {
                return "Field \"" + fields.get(unknown) + "\" is not a valid field to query.\n\n";
            }
            if (i == 0 && header) {
                lines.add(IntStream.range(0, fields.size())
                        .mapToObj(at -> fields.get(at)
                                + values.get(at)
                                        .map(Value::unit)
                                        .filter(unit -> !unit.isEmpty())
                                        .map(unit -> " [" + unit + "]")
                                        .orElse(""))
                        .collect(Collectors.joining(", ")));
            }
            lines.add(values.stream()
                    .flatMap(Optional::stream)
                    .map(value -> value.text + (units && !value.unit.isEmpty() ? " " + value.unit : ""))
                    .collect(Collectors.joining(", ")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static Optional<Value> field(String field, int index, NodeReadings.Measured gpu, AcceleratorModel model) {
        AcceleratorReading reading = gpu.reading();
        return switch (field) {
            case "index" -> plain(Integer.toString(index));
            case "count" -> plain("1");
            case "name", "gpu_name" -> plain(model.product());
            case "uuid", "gpu_uuid" -> plain(gpu.uuid());
            case "driver_version" -> plain(DcgmExporter.DRIVER);
            case "pstate" -> plain("P0");
            case "pci.bus_id", "gpu_bus_id" ->
                plain("0000"
                        + DeviceInventory.pciAddress(gpu.entry().device().gpu()).toUpperCase(Locale.ROOT));
            case "utilization.gpu" -> number("%", 100 * reading.load().active());
            case "memory.total" -> number("MiB", model.memoryMiB());
            case "memory.used" -> number("MiB", reading.memoryMiB());
            case "memory.free" -> number("MiB", model.memoryMiB() - reading.memoryMiB());
            case "temperature.gpu" -> plain(String.format(Locale.ROOT, "%.0f", reading.celsius()));
            case "temperature.memory" -> plain(String.format(Locale.ROOT, "%.0f", reading.memoryCelsius()));
            case "power.draw" -> value("W", String.format(Locale.ROOT, "%.2f", reading.powerWatts()));
            case "power.limit" -> value("W", String.format(Locale.ROOT, "%.2f", (double) model.maxWatts()));
            case "clocks.sm", "clocks.current.sm" -> number("MHz", reading.smClock());
            case "clocks.mem", "clocks.current.memory" -> number("MHz", reading.memoryClock());
            case "ecc.errors.corrected.volatile.total" -> plain(Integer.toString(reading.correctable()));
            case "ecc.errors.uncorrected.volatile.total" -> plain(Integer.toString(reading.uncorrectable()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> plain(String text) {
        return value("", text);
    }

    private static Optional<Value> value(String unit, String text) {
        return Optional.of(new Value(unit, text));
    }

    private static Optional<Value> number(String unit, double value) {
        return value(unit, String.format(Locale.ROOT, "%.0f", value));
    }
}
