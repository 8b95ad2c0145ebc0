// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import podium.core.machine.DeviceFact;
import podium.core.machine.FactValue;
import podium.gpu.internal.nvml.Answer;
import podium.gpu.internal.nvml.Board;
import podium.gpu.internal.nvml.Fabric;
import podium.gpu.internal.nvml.FieldId;
import podium.gpu.internal.nvml.FieldValues;
import podium.gpu.internal.nvml.MemoryHealth;
import podium.gpu.internal.nvml.MemoryHealth.Mode;
import podium.gpu.internal.nvml.MemoryHealth.SpareRows;
import podium.gpu.internal.nvml.Neighbourhood;
import podium.gpu.internal.nvml.NvmlCode;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlDevice.Threshold;
import podium.gpu.internal.nvml.Readings.Range;

/** The facts of one device, each a value or the reason why there is none. One thread. */
final class NvmlFacts {
    private static final double MILLI = 1000;
    private static final double MEGA = 1e6;
    private static final List<FieldId> FIELDS = List.of(
            FieldId.RETIRED_SINGLE_BIT,
            FieldId.RETIRED_DOUBLE_BIT,
            FieldId.RETIRED_PENDING,
            FieldId.NVLINK_SPEED,
            FieldId.PCIE_CORRECTABLE_ERRORS,
            FieldId.PCIE_NON_FATAL_ERRORS,
            FieldId.PCIE_FATAL_ERRORS,
            FieldId.POWER_INSTANT);

    private final Map<DeviceFact, FactValue> facts = new EnumMap<>(DeviceFact.class);

    private NvmlFacts() {}

    /** What does not change while the driver is loaded. */
    static Map<DeviceFact, FactValue> standing(NvmlDevice device) {
        NvmlFacts all = new NvmlFacts();
        Board board = device.board();
        all.words(DeviceFact.SERIAL, board.serial());
        all.words(DeviceFact.PART_NUMBER, board.partNumber());
        all.words(DeviceFact.FIRMWARE, board.vbios());
        all.words(DeviceFact.ARCHITECTURE, board.architecture().map(NvmlFacts::lower));
        all.words(DeviceFact.CAPABILITY, board.capability().map(Board.Capability::toString));
        all.number(DeviceFact.MINOR_NUMBER, board.minorNumber());
        all.quantity(DeviceFact.POWER_LIMIT_DEFAULT, device.powerLimitDefault());
        all.quantity(DeviceFact.POWER_LIMIT_LOWEST, device.powerLimitRange().map(Range::lowest));
        all.quantity(DeviceFact.POWER_LIMIT_HIGHEST, device.powerLimitRange().map(Range::highest));
        all.quantity(DeviceFact.SM_CLOCK_HIGHEST, device.maxSmClock());
        all.quantity(DeviceFact.MEMORY_CLOCK_HIGHEST, device.maxMemoryClock());
        all.number(DeviceFact.SHUTDOWN_TEMPERATURE, device.threshold(Threshold.SHUTDOWN));
        all.number(DeviceFact.SLOWDOWN_TEMPERATURE, device.threshold(Threshold.SLOWDOWN));
        all.number(DeviceFact.MEMORY_LIMIT_TEMPERATURE, device.threshold(Threshold.MEMORY_MAX));
        all.number(DeviceFact.LIMIT_TEMPERATURE, device.threshold(Threshold.GPU_MAX));
        all.number(DeviceFact.PCIE_GENERATION_HIGHEST, device.pcie().highestGeneration());
        all.number(DeviceFact.PCIE_WIDTH_GREATEST, device.pcie().greatestWidth());
        Neighbourhood place = device.neighbourhood();
        all.words(DeviceFact.PROCESSORS, place.processors().map(NvmlFacts::ranges));
        all.words(DeviceFact.MEMORY_NODES, place.memoryNodes().map(NvmlFacts::ranges));
        return all.facts;
    }

    /** What may have changed since it was last read. */
    static Map<DeviceFact, FactValue> moving(NvmlDevice device) {
        NvmlFacts all = new NvmlFacts();
        Board board = device.board();
        MemoryHealth memory = device.memoryHealth();
        FieldValues fields = device.fields(FIELDS);
        all.words(DeviceFact.PERSISTENCE, board.persistence().map(on -> on ? "on" : "off"));
        all.words(DeviceFact.COMPUTE_MODE, board.computeMode().map(NvmlFacts::computeMode));
        all.words(DeviceFact.MIG, device.mig().mode().map(NvmlFacts::mode));
        all.words(DeviceFact.ECC, memory.ecc().map(NvmlFacts::mode));
        all.quantity(DeviceFact.POWER_LIMIT, device.powerLimit());
        all.quantity(DeviceFact.POWER_LIMIT_SET, device.powerLimitSet());
        all.quantity(DeviceFact.POWER_INSTANT, fields.get(FieldId.POWER_INSTANT).map(milli -> milli / MILLI));
        all.number(DeviceFact.PERFORMANCE_STATE, board.performanceState());
        all.number(DeviceFact.MEMORY_RESERVED, device.memory().map(bytes -> bytes.reserved()));
        all.number(DeviceFact.MEMORY_FREE, device.memory().map(bytes -> bytes.free()));
        all.number(DeviceFact.ECC_CORRECTED_OF_LIFE, memory.eccOfLife().map(count -> count.corrected()));
        all.number(DeviceFact.ECC_UNCORRECTED_OF_LIFE, memory.eccOfLife().map(count -> count.uncorrected()));
        all.quantity(DeviceFact.RETIRED_SINGLE_BIT, fields.get(FieldId.RETIRED_SINGLE_BIT));
        all.quantity(DeviceFact.RETIRED_DOUBLE_BIT, fields.get(FieldId.RETIRED_DOUBLE_BIT));
        all.words(
                DeviceFact.RETIREMENT_PENDING,
                fields.get(FieldId.RETIRED_PENDING).map(pending -> pending == 0 ? "no" : "at the next reset"));
        all.words(DeviceFact.SPARE_ROWS, memory.spareRows().map(NvmlFacts::spareRows));
        all.number(DeviceFact.PCIE_GENERATION, device.pcie().generation());
        all.number(DeviceFact.PCIE_WIDTH, device.pcie().width());
        all.quantity(DeviceFact.PCIE_CORRECTABLE_ERRORS, fields.get(FieldId.PCIE_CORRECTABLE_ERRORS));
        all.quantity(DeviceFact.PCIE_NON_FATAL_ERRORS, fields.get(FieldId.PCIE_NON_FATAL_ERRORS));
        all.quantity(DeviceFact.PCIE_FATAL_ERRORS, fields.get(FieldId.PCIE_FATAL_ERRORS));
        all.quantity(DeviceFact.NVLINK_SPEED, fields.get(FieldId.NVLINK_SPEED).map(mega -> mega * MEGA));
        Answer<Fabric> fabric = device.fabric();
        all.words(DeviceFact.FABRIC_STATE, fabric.map(NvmlFacts::probe));
        all.words(DeviceFact.FABRIC_CLUSTER, fabric.map(Fabric::clusterUuid));
        all.number(DeviceFact.FABRIC_CLIQUE, fabric.map(one -> Integer.toUnsignedLong(one.clique())));
        all.words(DeviceFact.FABRIC_HEALTH, fabric.map(one -> lower(one.health())));
        return all.facts;
    }

    private void quantity(DeviceFact fact, Answer<Double> answer) {
        put(fact, answer.map(FactValue.Quantity::new));
    }

    private void number(DeviceFact fact, Answer<Long> answer) {
        put(fact, answer.map(value -> new FactValue.Quantity(value)));
    }

    private void words(DeviceFact fact, Answer<String> answer) {
        put(fact, answer.map(text -> text.isEmpty() ? new FactValue.Unknown("empty") : new FactValue.Words(text)));
    }

    private void put(DeviceFact fact, Answer<? extends FactValue> answer) {
        FactValue value = answer.value();
        facts.put(fact, value == null ? new FactValue.Unknown(answer.code().words()) : value);
    }

    private static String mode(Mode mode) {
        String now = mode.on() ? "on" : "off";
        return mode.on() == mode.pendingOn() ? now : now + ", " + (mode.pendingOn() ? "on" : "off") + " after a reset";
    }

    /** nvmlComputeMode_t. */
    private static String computeMode(long mode) {
        return switch ((int) mode) {
            case 0 -> "shared";
            case 1 -> "one thread";
            case 2 -> "prohibited";
            case 3 -> "one process";
            default -> "mode " + mode;
        };
    }

    private static String probe(Fabric fabric) {
        String state = lower(fabric.state());
        return fabric.state() == Fabric.State.COMPLETED && fabric.status() != NvmlCode.SUCCESS
                ? state + ": " + fabric.status().words()
                : state;
    }

    private static String spareRows(SpareRows banks) {
        return "all " + banks.all() + ", many " + banks.many() + ", some " + banks.some() + ", few " + banks.few()
                + ", none " + banks.none();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** 0-31,64-95. */
    static String ranges(BitSet set) {
        return set.stream()
                .filter(at -> at == 0 || !set.get(at - 1))
                .mapToObj(first -> {
                    int last = set.nextClearBit(first) - 1;
                    return last == first ? Integer.toString(first) : first + "-" + last;
                })
                .collect(Collectors.joining(","));
    }
}
