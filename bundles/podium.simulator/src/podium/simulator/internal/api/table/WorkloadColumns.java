// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.Column.age;
import static podium.simulator.internal.api.table.Column.named;
import static podium.simulator.internal.api.table.Column.number;
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
final class WorkloadColumns {

    private WorkloadColumns() {}

    static List<Column> deployment() {
        return with(
                List.of(
                        named(),
                        Column.text("Ready", o -> count(o, "readyReplicas") + "/" + wanted(o)),
                        number("Up-to-date", o -> count(o, "updatedReplicas")),
                        number("Available", o -> count(o, "availableReplicas")),
                        age()),
                true);
    }

    static List<Column> replicaSet() {
        return with(
                List.of(
                        named(),
                        number("Desired", WorkloadColumns::wanted),
                        number("Current", o -> count(o, "replicas")),
                        number("Ready", o -> count(o, "readyReplicas")),
                        age()),
                true);
    }

    static List<Column> statefulSet() {
        return with(
                List.of(named(), Column.text("Ready", o -> count(o, "readyReplicas") + "/" + wanted(o)), age()), false);
    }

    static List<Column> daemonSet() {
        return with(
                List.of(
                        named(),
                        number("Desired", o -> count(o, "desiredNumberScheduled")),
                        number("Current", o -> count(o, "currentNumberScheduled")),
                        number("Ready", o -> count(o, "numberReady")),
                        number("Up-to-date", o -> count(o, "updatedNumberScheduled")),
                        number("Available", o -> count(o, "numberAvailable")),
                        Column.text(
                                "Node Selector", o -> Cells.labels(at(o, "spec", "template", "spec", "nodeSelector"))),
                        age()),
                true);
    }

    static List<Column> job() {
        Column duration = new Column("Duration", "string", "", 0, (o, now) -> TextNode.valueOf(jobDuration(o, now)));
        return with(
                List.of(
                        named(),
                        Column.text("Status", WorkloadColumns::jobStatus),
                        Column.text("Completions", WorkloadColumns::completions),
                        duration,
                        age()),
                true);
    }

    private static List<Column> with(List<Column> columns, boolean selector) {
        List<Column> all = new ArrayList<>(columns);
        all.add(Column.text("Containers", o -> containers(o, "name")).wide());
        all.add(Column.text("Images", o -> containers(o, "image")).wide());
        if (selector) {
            all.add(Column.text("Selector", o -> Cells.selector(at(o, "spec", "selector")))
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

    private static String containers(ObjectNode object, String field) {
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
            if (Cells.condition(job, type)) {
                return type;
            }
        }
        if (job.path("metadata").hasNonNull("deletionTimestamp")) {
            return "Terminating";
        }
        for (String type : List.of("Suspended", "FailureTarget", "SuccessCriteriaMet")) {
            if (Cells.condition(job, type)) {
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
                ? Ages.since(start, now)
                : Ages.human(Duration.between(Instant.parse(start), Instant.parse(end)));
    }
}
