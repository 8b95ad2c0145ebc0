// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * The job an act is about, as the server has it now.
 *
 * @param object all of it
 */
record JobTarget(ClusterId cluster, ObjectRef ref, JsonNode object, ObjectReader reader, WorkloadKinds kinds) {
    /** Its kind, where it can do this. */
    <T extends WorkloadKind> Optional<T> as(Class<T> capability) {
        return kinds.of(ref, capability);
    }

    String name() {
        return ref.name();
    }

    /** What it is, in words. */
    String noun() {
        return isGroup() ? Texts.of("JobTarget.groupOfPods") : ref.kind();
    }

    /** True for plain pods that Kueue admits together: they have no object but their Workload. */
    boolean isGroup() {
        return as(GangKind.class).isPresent()
                && owner().isEmpty()
                && object.path("metadata")
                        .path("annotations")
                        .path(KueueNames.IS_GROUP)
                        .asBoolean();
    }

    String uid() {
        return ObjectReads.uid(object);
    }

    /** What makes it and keeps it as it is, as {@code Kind name}; empty: nothing does. */
    Optional<String> owner() {
        return ObjectReads.owner(object);
    }

    OwnedPods pods() {
        return new OwnedPods(kinds);
    }

    String label(String key) {
        return object.path("metadata").path("labels").path(key).asText();
    }

    /**
     * Changes the object as it was read. Another change in between is a conflict, unless what it touches is as it was: by the time of
     * an undo the object has another version.
     */
    ApiWrite merge(JsonNode patch, String words) {
        return write(
                Verb.MERGE_PATCH,
                Trees.write(patch),
                Optional.of(Trees.text(object, "/metadata/resourceVersion")),
                words);
    }

    /** Operations which test what they change. */
    ApiWrite operations(ArrayNode operations, String words) {
        return write(Verb.JSON_PATCH, Trees.write(operations), Optional.empty(), words);
    }

    private ApiWrite write(Verb verb, String body, Optional<String> version, String words) {
        return new ApiWrite(verb, ref, "", body, Optional.of(uid()), version, words);
    }

    /** Items of a collection in the job's namespace, or of the whole cluster. */
    List<JsonNode> list(ObjectRef collection, String labelSelector) throws IOException {
        return new ObjectReads(reader).list(collection, labelSelector);
    }

    /** A plan of one write, and of what is waited for after it, which its inverse takes back. */
    Plan plan(
            String kind,
            String title,
            Step.Write write,
            List<Step> waits,
            List<String> effects,
            List<String> irreversible) {
        return PlanSteps.plan(cluster, kind, title, write, waits, effects, irreversible);
    }

    /** A tree with one value at the end of a path of field names. */
    static ObjectNode tree(List<String> path, JsonNode value) {
        ObjectNode root = Trees.object();
        ObjectNode at = root;
        for (String field : path.subList(0, path.size() - 1)) {
            at = at.putObject(field);
        }
        at.set(path.getLast(), value);
        return root;
    }
}
