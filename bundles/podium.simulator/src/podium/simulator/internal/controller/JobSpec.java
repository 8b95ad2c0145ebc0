// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;
import podium.simulator.internal.json.Json;

/**
 * What a Job asks for, with the defaults of the API.
 *
 * @param parallelism how many pods may run at once
 * @param completions how many must succeed; empty if one success is enough and the rest only finish
 * @param indexed whether each pod has an index
 * @param backoffLimit how many pods may fail
 * @param suspended whether no pod may run now
 * @param replaceFailedOnly whether a pod is replaced only once it has really ended
 */
record JobSpec(
        int parallelism,
        OptionalInt completions,
        boolean indexed,
        int backoffLimit,
        boolean suspended,
        boolean replaceFailedOnly) {

    static JobSpec of(ObjectNode job) {
        JsonNode spec = job.path("spec");
        boolean neither = !spec.has("completions") && !spec.has("parallelism");
        JsonNode completions = spec.path("completions");
        return new JobSpec(
                Json.number(spec, 1, "parallelism"),
                completions.isNumber()
                        ? OptionalInt.of(completions.asInt())
                        : neither ? OptionalInt.of(1) : OptionalInt.empty(),
                Json.text(spec, "completionMode").equals("Indexed"),
                Json.number(spec, 6, "backoffLimit"),
                Json.flag(spec, "suspend"),
                Json.text(spec, "podReplacementPolicy").equals("Failed"));
    }
}
