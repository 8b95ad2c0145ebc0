// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.PrinterColumn.age;
import static podium.simulator.internal.api.table.PrinterColumn.named;
import static podium.simulator.internal.api.table.PrinterColumn.number;
import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Columns of the kinds that make pods. */
final class WorkloadPrinterColumns {

    private WorkloadPrinterColumns() {}

    static List<PrinterColumn> deployment() {
        return with(
                List.of(
                        named(),
                        PrinterColumn.text("Ready", o -> count(o, "readyReplicas") + "/" + wanted(o)),
                        number("Up-to-date", o -> count(o, "updatedReplicas")).typed("string"),
                        number("Available", o -> count(o, "availableReplicas")).typed("string"),
                        age()),
                true);
    }

    static List<PrinterColumn> replicaSet() {
        return with(
                List.of(
                        named(),
                        number("Desired", WorkloadPrinterColumns::wanted),
                        number("Current", o -> count(o, "replicas")),
                        number("Ready", o -> count(o, "readyReplicas")),
                        age()),
                true);
    }

    static List<PrinterColumn> statefulSet() {
        return with(
                List.of(named(), PrinterColumn.text("Ready", o -> count(o, "readyReplicas") + "/" + wanted(o)), age()),
                false);
    }

    static List<PrinterColumn> daemonSet() {
        return with(
                List.of(
                        named(),
                        number("Desired", o -> count(o, "desiredNumberScheduled")),
                        number("Current", o -> count(o, "currentNumberScheduled")),
                        number("Ready", o -> count(o, "numberReady")),
                        number("Up-to-date", o -> count(o, "updatedNumberScheduled")),
                        number("Available", o -> count(o, "numberAvailable")),
                        PrinterColumn.text(
                                "Node Selector",
                                o -> PrinterCells.labels(at(o, "spec", "template", "spec", "nodeSelector"))),
                        age()),
                true);
    }

    static List<PrinterColumn> cronJob() {
        return List.of(
                named(),
                PrinterColumn.text("Schedule", o -> text(o, "spec", "schedule")),
                PrinterColumn.text("Timezone", o -> PrinterCells.orNone(text(o, "spec", "timeZone"))),
                PrinterColumn.text("Suspend", o -> at(o, "spec", "suspend").asBoolean() ? "True" : "False")
                        .typed("boolean"),
                number("Active", o -> at(o, "status", "active").size()),
                new PrinterColumn("Last Schedule", "string", "", 0, (o, now) -> {
                    String last = text(o, "status", "lastScheduleTime");
                    return TextNode.valueOf(last.isEmpty() ? PrinterCells.NONE : HumanDuration.since(last, now));
                }),
                age(),
                PrinterColumn.text("Containers", o -> containers(at(o, "spec", "jobTemplate"), "name"))
                        .wide(),
                PrinterColumn.text("Images", o -> containers(at(o, "spec", "jobTemplate"), "image"))
                        .wide(),
                PrinterColumn.text(
                                "Selector",
                                o -> PrinterCells.selector(at(o, "spec", "jobTemplate", "spec", "selector")))
                        .wide());
    }

    static List<PrinterColumn> job() {
        PrinterColumn duration =
                new PrinterColumn("Duration", "string", "", 0, (o, now) -> TextNode.valueOf(jobDuration(o, now)));
        return with(
                List.of(
                        named(),
                        PrinterColumn.text("Status", WorkloadPrinterColumns::jobStatus),
                        PrinterColumn.text("Completions", WorkloadPrinterColumns::completions),
                        duration,
                        age()),
                true);
    }

    private static List<PrinterColumn> with(List<PrinterColumn> columns, boolean selector) {
        List<PrinterColumn> all = new ArrayList<>(columns);
        all.add(PrinterColumn.text("Containers", o -> containers(o, "name")).wide());
        all.add(PrinterColumn.text("Images", o -> containers(o, "image")).wide());
        if (selector) {
            all.add(PrinterColumn.text("Selector", o -> PrinterCells.selector(at(o, "spec", "selector")))
                    .wide());
        }
        return List.copyOf(all);
    }

    private static int wanted(ObjectNode object) {
        return at(object, "spec", "replicas").asInt(1);
    }

    private static int count(ObjectNode object, String field) {
        return at(object, "status", field).asInt(0);
    }

    private static String containers(JsonNode object, String field) {
        List<String> values = new ArrayList<>();
        at(object, "spec", "template", "spec", "containers").forEach(c -> values.add(text(c, field)));
        return String.join(",", values);
    }

    private static String completions(ObjectNode job) {
        int done = count(job, "succeeded");
        JsonNode wanted = at(job, "spec", "completions");
        if (wanted.isNumber()) {
            return done + "/" + wanted.asInt();
        }
        int parallelism = at(job, "spec", "parallelism").asInt(0);
        return parallelism > 1 ? done + "/1 of " + parallelism : done + "/1";
    }

    private static String jobStatus(ObjectNode job) {
        for (String type : List.of("Complete", "Failed")) {
            if (PrinterCells.condition(job, type)) {
                return type;
            }
        }
        if (job.path("metadata").hasNonNull("deletionTimestamp")) {
            return "Terminating";
        }
        for (String type : List.of("Suspended", "FailureTarget", "SuccessCriteriaMet")) {
            if (PrinterCells.condition(job, type)) {
                return type;
            }
        }
        return "Running";
    }

    private static String jobDuration(ObjectNode job, Instant now) {
        String start = text(job, "status", "startTime");
        if (start.isEmpty()) {
            return "";
        }
        String end = text(job, "status", "completionTime");
        return end.isEmpty()
                ? HumanDuration.since(start, now)
                : HumanDuration.human(Duration.between(Instant.parse(start), Instant.parse(end)));
    }
}
