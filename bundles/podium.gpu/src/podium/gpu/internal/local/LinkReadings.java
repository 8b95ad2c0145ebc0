// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.gpu.internal.nvml.FieldId;
import podium.gpu.internal.nvml.NvLinks;
import podium.gpu.internal.nvml.NvLinks.NvLink;
import podium.gpu.internal.nvml.NvLinks.RemoteEnd;
import podium.gpu.internal.nvml.NvmlResult;

/** The NVLinks of a device, read through NVML. */
final class LinkReadings {
    private static final Map<FieldId, String> ERROR_FIELDS = Map.of(
            FieldId.NVLINK_RECEIVE_ERRORS, "receive",
            FieldId.NVLINK_REMOTE_ERRORS, "remote",
            FieldId.NVLINK_FAILED_RECOVERIES, "failed_recovery",
            FieldId.NVLINK_RECOVERIES, "successful_recovery",
            FieldId.NVLINK_SYMBOL_ERRORS, "symbol");

    private LinkReadings() {}

    static List<LocalLink> of(NvLinks links) {
        List<LocalLink> all = new ArrayList<>();
        for (NvLink link : links.all()) {
            all.add(new LocalLink(
                    link.number(),
                    link.active(),
                    link.version()
                            .map(version -> OptionalInt.of(version.intValue()))
                            .get()
                            .orElse(OptionalInt.empty()),
                    link.remote().get().map(pci -> pci.busId()).orElse(""),
                    link.end().map(LinkReadings::end).get().orElse(LinkEnd.UNKNOWN),
                    bytes(link.sent()),
                    bytes(link.received()),
                    errors(links, link)));
        }
        return all;
    }

    /** By kind; every generation of NVLink counts others. */
    private static Map<String, Long> errors(NvLinks links, NvLink link) {
        Map<String, Long> errors = new LinkedHashMap<>();
        for (NvLinks.Error kind : NvLinks.Error.values()) {
            links.errors(link.number(), kind)
                    .get()
                    .ifPresent(count -> errors.put(kind.name().toLowerCase(Locale.ROOT), count));
        }
        ERROR_FIELDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> link.fields()
                .get(field.getKey())
                .get()
                .ifPresent(count -> errors.put(field.getValue(), count.longValue())));
        return errors;
    }

    private static LinkEnd end(RemoteEnd end) {
        return switch (end) {
            case GPU -> LinkEnd.DEVICE;
            case SWITCH -> LinkEnd.SWITCH;
            case IBM_PROCESSOR -> LinkEnd.PROCESSOR;
            case UNKNOWN -> LinkEnd.UNKNOWN;
        };
    }

    private static OptionalLong bytes(NvmlResult<Double> answer) {
        return answer.map(value -> OptionalLong.of(value.longValue())).get().orElse(OptionalLong.empty());
    }
}
