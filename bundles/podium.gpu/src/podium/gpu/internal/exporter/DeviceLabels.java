// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What labels say of a device, whatever its maker calls them; {@code labels.tsv} has the names. */
enum DeviceLabels {
    INDEX,
    UUID,
    MODEL,
    PCI,
    NODE,
    POD,
    NAMESPACE,
    SLICE,
    PROFILE,
    JOB;

    /** 3, 0x74a1, nvidia0, 102-G30211-0C, D65201, N/A. */
    private static final Pattern NAMELESS = Pattern.compile(
            "\\d+|0x[0-9a-fA-F]+|(?:nvidia|card|gpu|npu|mlu|rbln|accel)\\d+|\\d{3}-[A-Z0-9]+(?:-[A-Z0-9]+)*|[A-Z]\\d{4,}|(?i:n/?a|unknown|none)");

    private static final Map<String, List<String>> NAMES = TsvTables.read("labels.tsv").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, row.size())));

    /** The first of its labels that is there; empty without any. */
    String of(Map<String, String> labels) {
        return first(
                labels,
                this == MODEL ? DeviceLabels::isName : this == JOB ? DeviceLabels::isJob : value -> !value.isEmpty());
    }

    /** False for what exporters write where they know no name: an index, a hexadecimal id, a part number, N/A. */
    private static boolean isName(String value) {
        return value.length() > 1 && !NAMELESS.matcher(value).matches();
    }

    /** False for what exporters write where no job has the device. */
    private static boolean isJob(String value) {
        return !value.isEmpty() && !value.equals("0");
    }

    /** The first of its labels that is a number. */
    OptionalInt number(Map<String, String> labels) {
        String text = first(labels, DeviceLabels::isNumber);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private String first(Map<String, String> labels, Predicate<String> fit) {
        for (String name : NAMES.getOrDefault(name().toLowerCase(java.util.Locale.ROOT), List.of())) {
            String value = labels.get(name);
            if (value != null && fit.test(value)) {
                return value;
            }
        }
        return "";
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
