// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Gives everything that a plan creates a mark, each its own: when the answer is lost, the mark and not the name tells whether an
 * object is the one that was sent. What the plan marks already stays as it is.
 */
public final class CreationMarker {
    private CreationMarker() {}

    public static Plan of(Plan plan) {
        return new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                steps(plan.steps()),
                plan.effects(),
                plan.irreversible(),
                plan.changes(),
                steps(plan.undo()),
                plan.then().map(CreationMarker::of));
    }

    private static List<Step> steps(List<Step> steps) {
        return steps.stream().map(CreationMarker::step).toList();
    }

    private static Step step(Step step) {
        return switch (step) {
            case Step.Write write -> write(write);
            case Step.Barrier barrier ->
                new Step.Barrier(
                        barrier.writes().stream().map(CreationMarker::write).toList(), barrier.words());
            case Step.Await _, Step.EvictAll _ -> step;
        };
    }

    private static Step.Write write(Step.Write write) {
        return new Step.Write(
                marked(write.write()),
                write.undo().map(CreationMarker::marked),
                write.planned(),
                write.contents(),
                write.ends(),
                write.only());
    }

    private static ApiWrite marked(ApiWrite write) {
        return write.verb() == ApiWrite.Verb.CREATE
                        && write.subresource().isEmpty()
                        && Json.read(write.body()) instanceof ObjectNode body
                        && CreationMark.of(body).isEmpty()
                ? fresh(write, body)
                : write;
    }

    /** The same create with a mark of its own, whatever it bore before. */
    public static ApiWrite anew(ApiWrite write) {
        return write.verb() == ApiWrite.Verb.CREATE && Json.read(write.body()) instanceof ObjectNode body
                ? fresh(write, body)
                : write;
    }

    private static ApiWrite fresh(ApiWrite write, ObjectNode body) {
        member(member(body, "metadata"), "annotations")
                .put(CreationMark.KEY, UUID.randomUUID().toString());
        return write.withBody(Json.write(body));
    }

    private static ObjectNode member(ObjectNode parent, String name) {
        JsonNode found = parent.path(name);
        return found instanceof ObjectNode object ? object : parent.putObject(name);
    }

    /** True when an object bears the mark of this create; a create without one proves nothing. */
    public static boolean isMade(JsonNode object, ApiWrite create) {
        Optional<String> mark = CreationMark.of(Json.read(create.body()));
        return mark.isPresent() && mark.equals(CreationMark.of(object));
    }
}
