// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.JsonTree;

/**
 * Pod templates of the driver and of the executors of a SparkApplication, as Spark makes them of its own settings (Spark's page on
 * configuration: sizes are in bytes of binary units, "512m" are 512 MiB; page on Kubernetes: a tenth more for what lies outside the
 * heap, at least 384 MiB).
 */
final class SparkPods {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([bkmgt]?)b?");
    private static final double OVERHEAD = 0.1;
    private static final double LEAST = 384;

    private static final List<String> COPIED = List.of("nodeSelector", "affinity", "tolerations", "schedulerName");

    private SparkPods() {}

    static JsonTree template(JsonTree spec, JsonTree role) {
        Map<String, JsonTree> amounts = new HashMap<>();
        String cores = role.text("coreRequest").isEmpty() ? role.text("cores") : role.text("coreRequest");
        amounts.put("cpu", JsonTree.ofText(cores.isEmpty() ? "1" : cores));
        OptionalDouble heap = mebibytes(role.text("memory").isEmpty() ? "1g" : role.text("memory"));
        if (heap.isPresent()) {
            double factor = number(spec.text("memoryOverheadFactor"), OVERHEAD);
            double beside = mebibytes(role.text("memoryOverhead")).orElse(Math.max(LEAST, factor * heap.getAsDouble()));
            amounts.put("memory", JsonTree.ofText((long) Math.ceil(heap.getAsDouble() + beside) + "Mi"));
        }
        String gpu = role.at("gpu").text("name");
        if (!gpu.isEmpty()) {
            amounts.put(gpu, JsonTree.ofText(Integer.toString(role.at("gpu").number("quantity", 0))));
        }
        Map<String, JsonTree> pod = new HashMap<>();
        for (String field : COPIED) {
            JsonTree own = role.at(field).exists() ? role.at(field) : spec.at(field);
            if (own.exists()) {
                pod.put(field, own);
            }
        }
        if ("volcano".equals(spec.text("batchScheduler"))) {
            pod.put("schedulerName", JsonTree.ofText("volcano"));
        }
        JsonTree resources = JsonTree.of(Map.of("requests", JsonTree.of(amounts)));
        pod.put("containers", JsonTree.list(JsonTree.of(Map.of("resources", resources))));
        return JsonTree.of(Map.of("spec", JsonTree.of(pod)));
    }

    /** A size without a unit is in MiB. */
    private static OptionalDouble mebibytes(String size) {
        Matcher matcher = SIZE.matcher(size.strip().toLowerCase(java.util.Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(
                switch (matcher.group(2)) {
                    case "b" -> number / (1 << 20);
                    case "k" -> number / (1 << 10);
                    case "g" -> number * (1 << 10);
                    case "t" -> number * (1 << 20);
                    default -> number;
                });
    }

    private static double number(String text, double otherwise) {
        return text.matches("\\d{0,3}\\.?\\d{1,6}") ? Double.parseDouble(text) : otherwise;
    }
}
