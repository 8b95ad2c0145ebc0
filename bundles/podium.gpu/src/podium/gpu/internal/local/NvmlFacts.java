// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;
import podium.gpu.internal.nvml.DeviceInfo;
import podium.gpu.internal.nvml.DeviceReadings.Range;
import podium.gpu.internal.nvml.DeviceTopology;
import podium.gpu.internal.nvml.FieldId;
import podium.gpu.internal.nvml.FieldValues;
import podium.gpu.internal.nvml.MemoryHealth;
import podium.gpu.internal.nvml.MemoryHealth.Mode;
import podium.gpu.internal.nvml.MemoryHealth.SpareRows;
import podium.gpu.internal.nvml.NvLinkFabric;
import podium.gpu.internal.nvml.NvmlCode;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlDevice.Threshold;
import podium.gpu.internal.nvml.NvmlResult;
import podium.gpu.texts.Texts;

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

    private final Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);

    private NvmlFacts() {}

    /** What does not change while the driver is loaded. */
    static Map<DeviceProperty, PropertyValue> standing(NvmlDevice device) {
        NvmlFacts all = new NvmlFacts();
        DeviceInfo board = device.board();
        all.words(DeviceProperty.SERIAL, board.serial());
        all.words(DeviceProperty.PART_NUMBER, board.partNumber());
        all.words(DeviceProperty.FIRMWARE, board.vbios());
        all.words(DeviceProperty.ARCHITECTURE, board.architecture().map(NvmlFacts::plain));
        all.words(DeviceProperty.CAPABILITY, board.capability().map(DeviceInfo.Capability::toString));
        all.number(DeviceProperty.MINOR_NUMBER, board.minorNumber());
        all.quantity(DeviceProperty.POWER_LIMIT_DEFAULT, device.powerLimitDefault());
        all.quantity(DeviceProperty.POWER_LIMIT_LOWEST, device.powerLimitRange().map(Range::lowest));
        all.quantity(
                DeviceProperty.POWER_LIMIT_HIGHEST, device.powerLimitRange().map(Range::highest));
        all.quantity(DeviceProperty.SM_CLOCK_HIGHEST, device.maxSmClock());
        all.quantity(DeviceProperty.MEMORY_CLOCK_HIGHEST, device.maxMemoryClock());
        all.number(DeviceProperty.SHUTDOWN_TEMPERATURE, device.threshold(Threshold.SHUTDOWN));
        all.number(DeviceProperty.SLOWDOWN_TEMPERATURE, device.threshold(Threshold.SLOWDOWN));
        all.number(DeviceProperty.MEMORY_LIMIT_TEMPERATURE, device.threshold(Threshold.MEMORY_MAX));
        all.number(DeviceProperty.LIMIT_TEMPERATURE, device.threshold(Threshold.GPU_MAX));
        all.number(DeviceProperty.PCIE_GENERATION_HIGHEST, device.pcie().highestGeneration());
        all.number(DeviceProperty.PCIE_WIDTH_GREATEST, device.pcie().greatestWidth());
        DeviceTopology place = device.neighbourhood();
        all.words(DeviceProperty.PROCESSORS, place.processors().map(NvmlFacts::ranges));
        all.words(DeviceProperty.MEMORY_NODES, place.memoryNodes().map(NvmlFacts::ranges));
        return all.facts;
    }

    /** What may have changed since it was last read. */
    static Map<DeviceProperty, PropertyValue> moving(NvmlDevice device) {
        NvmlFacts all = new NvmlFacts();
        DeviceInfo board = device.board();
        MemoryHealth memory = device.memoryHealth();
        FieldValues fields = device.fields(FIELDS);
        all.put(DeviceProperty.PERSISTENCE, board.persistence().map(on -> mode(new Mode(on, on))));
        all.words(DeviceProperty.COMPUTE_MODE, board.computeMode().map(NvmlFacts::computeMode));
        all.put(DeviceProperty.MIG, device.mig().mode().map(NvmlFacts::mode));
        all.put(DeviceProperty.ECC, memory.ecc().map(NvmlFacts::mode));
        all.quantity(DeviceProperty.POWER_LIMIT, device.powerLimit());
        all.quantity(DeviceProperty.POWER_LIMIT_SET, device.powerLimitSet());
        all.quantity(
                DeviceProperty.POWER_INSTANT, fields.get(FieldId.POWER_INSTANT).map(milli -> milli / MILLI));
        all.number(DeviceProperty.PERFORMANCE_STATE, board.performanceState());
        all.number(DeviceProperty.MEMORY_RESERVED, device.memory().map(bytes -> bytes.reserved()));
        all.number(DeviceProperty.MEMORY_FREE, device.memory().map(bytes -> bytes.free()));
        all.number(DeviceProperty.ECC_CORRECTED_OF_LIFE, memory.eccOfLife().map(count -> count.corrected()));
        all.number(DeviceProperty.ECC_UNCORRECTED_OF_LIFE, memory.eccOfLife().map(count -> count.uncorrected()));
        all.quantity(DeviceProperty.RETIRED_SINGLE_BIT, fields.get(FieldId.RETIRED_SINGLE_BIT));
        all.quantity(DeviceProperty.RETIRED_DOUBLE_BIT, fields.get(FieldId.RETIRED_DOUBLE_BIT));
        all.words(
                DeviceProperty.RETIREMENT_PENDING,
                fields.get(FieldId.RETIRED_PENDING)
                        .map(pending ->
                                pending == 0 ? Texts.of("NvmlFacts.no") : Texts.of("NvmlFacts.atTheNextReset")));
        all.words(DeviceProperty.SPARE_ROWS, memory.spareRows().map(NvmlFacts::spareRows));
        all.number(DeviceProperty.PCIE_GENERATION, device.pcie().generation());
        all.number(DeviceProperty.PCIE_WIDTH, device.pcie().width());
        all.quantity(DeviceProperty.PCIE_CORRECTABLE_ERRORS, fields.get(FieldId.PCIE_CORRECTABLE_ERRORS));
        all.quantity(DeviceProperty.PCIE_NON_FATAL_ERRORS, fields.get(FieldId.PCIE_NON_FATAL_ERRORS));
        all.quantity(DeviceProperty.PCIE_FATAL_ERRORS, fields.get(FieldId.PCIE_FATAL_ERRORS));
        all.quantity(
                DeviceProperty.NVLINK_SPEED, fields.get(FieldId.NVLINK_SPEED).map(mega -> mega * MEGA));
        NvmlResult<NvLinkFabric> fabric = device.fabric();
        all.put(DeviceProperty.FABRIC_STATE, fabric.map(NvmlFacts::probe));
        all.words(DeviceProperty.FABRIC_CLUSTER, fabric.map(NvLinkFabric::clusterUuid));
        all.number(DeviceProperty.FABRIC_CLIQUE, fabric.map(one -> Integer.toUnsignedLong(one.clique())));
        all.put(DeviceProperty.FABRIC_HEALTH, fabric.map(one -> health(one.health())));
        return all.facts;
    }

    private void quantity(DeviceProperty fact, NvmlResult<Double> answer) {
        put(fact, answer.map(PropertyValue.Quantity::new));
    }

    private void number(DeviceProperty fact, NvmlResult<Long> answer) {
        put(fact, answer.map(value -> new PropertyValue.Quantity(value)));
    }

    private void words(DeviceProperty fact, NvmlResult<String> answer) {
        put(
                fact,
                answer.map(text -> text.isEmpty()
                        ? new PropertyValue.Unknown(Texts.of("NvmlFacts.empty"))
                        : new PropertyValue.Words(text)));
    }

    private void put(DeviceProperty fact, NvmlResult<? extends PropertyValue> answer) {
        PropertyValue value = answer.value();
        facts.put(fact, value == null ? new PropertyValue.Unknown(answer.code().words()) : value);
    }

    private static PropertyValue.Switch mode(Mode mode) {
        boolean stays = mode.on() == mode.pendingOn();
        return new PropertyValue.Switch(
                mode.on(),
                mode.on()
                        ? stays ? Texts.of("NvmlFacts.on") : Texts.of("NvmlFacts.onOffAfterAReset")
                        : stays ? Texts.of("NvmlFacts.off") : Texts.of("NvmlFacts.offOnAfterAReset"));
    }

    /** nvmlComputeMode_t. */
    private static String computeMode(long mode) {
        return switch ((int) mode) {
            case 0 -> Texts.of("NvmlFacts.shared");
            case 1 -> Texts.of("NvmlFacts.oneThread");
            case 2 -> Texts.of("NvmlFacts.prohibited");
            case 3 -> Texts.of("NvmlFacts.oneProcess");
            default -> Texts.of("NvmlFacts.mode", mode);
        };
    }

    private static PropertyValue.Words probe(NvLinkFabric fabric) {
        String plain = plain(fabric.state());
        String state =
                switch (fabric.state()) {
                    case NOT_SUPPORTED -> Texts.of("NvmlFacts.notSupported");
                    case NOT_STARTED -> Texts.of("NvmlFacts.notStarted");
                    case IN_PROGRESS -> Texts.of("NvmlFacts.inProgress");
                    case COMPLETED -> Texts.of("NvmlFacts.completed");
                    case UNKNOWN -> Texts.of("NvmlFacts.unknown");
                };
        return fabric.state() == NvLinkFabric.State.COMPLETED && fabric.status() != NvmlCode.SUCCESS
                ? new PropertyValue.Words(
                        Texts.of(
                                "NvmlFacts.stateBecause", state, fabric.status().words()),
                        plain + ": " + plain(fabric.status()))
                : new PropertyValue.Words(state, plain);
    }

    private static PropertyValue.Words health(NvLinkFabric.Health health) {
        String text =
                switch (health) {
                    case NOT_SUPPORTED -> Texts.of("NvmlFacts.notSupported");
                    case HEALTHY -> Texts.of("NvmlFacts.healthy");
                    case UNHEALTHY -> Texts.of("NvmlFacts.unhealthy");
                    case LIMITED_CAPACITY -> Texts.of("NvmlFacts.limitedCapacity");
                    case UNKNOWN -> Texts.of("NvmlFacts.unknown");
                };
        return new PropertyValue.Words(text, plain(health));
    }

    private static String spareRows(SpareRows banks) {
        return Texts.of("NvmlFacts.allManySomeFew", banks.all(), banks.many(), banks.some(), banks.few(), banks.none());
    }

    private static String plain(Enum<?> value) {
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
