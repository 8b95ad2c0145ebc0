// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/** Reads pod templates by themselves, as the mirror reads those of objects. */
public final class PodTemplates {
    private final TaskSpecs specs = new TaskSpecs();

    /**
     * A template.
     *
     * @param labels that pods of it get
     */
    public record Read(TaskSpec spec, Labels labels) {}

    /**
     * Reads one.
     *
     * @param json an object with metadata and spec
     */
    public Read read(String json) throws IOException {
        JsonInput in = JsonInput.of(json);
        JsonTree template = in.more() ? JsonTree.read(in) : JsonTree.none();
        return new Read(
                specs.read(template), template.at("metadata").at("labels").labels());
    }
}
