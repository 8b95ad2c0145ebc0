// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.text.Counted;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;

/** Another number of replicas of a custom resource, in the field that its definition names for its scale subresource. */
final class ScaleChange {
    private ScaleChange() {}

    static Plan plan(ObjectTarget target, int to) throws IOException, Refusal {
        JsonNode scale = scale(target);
        String pointer = pointer(scale, "specReplicasPath");
        JsonNode now = target.object().at(JsonPointer.compile(pointer));
        if (now.isInt() && now.asInt() == to) {
            throw new Refusal(
                    Texts.of("ScaleChange.hasReplicasAlready", target.name(), Counted.of(to, "replica")),
                    Texts.of("ScaleChange.nothingToDo"));
        }
        if (target.owner().isPresent()) {
            throw new Refusal(
                    Texts.of(
                            "ScaleChange.belongsToWhichWouldSet",
                            target.name(),
                            target.owner().get()),
                    Texts.of("ScaleChange.scaleItsOwnerInstead"));
        }
        String from = now.isMissingNode() ? Texts.of("ScaleChange.itsDefault") : now.asText();
        boolean fewer = !now.isInt() || to < now.asInt();
        TestedPatch patch = new TestedPatch(target.object()).set(pointer, IntNode.valueOf(to));
        return target.plan(
                "scale",
                Texts.of("ScaleChange.scaleFromTo", target.name(), from, to),
                target.write(
                        patch,
                        Texts.of("ScaleChange.scaleFromTo", target.name(), from, to),
                        Texts.of("ScaleChange.scaleFromTo", target.name(), to, from)),
                scale.has("statusReplicasPath")
                        ? List.of(target.await(
                                new Expectation.FieldIs(pointer(scale, "statusReplicasPath"), Integer.toString(to)),
                                Texts.of("ScaleChange.waitUntilHasReplicas", target.name(), Counted.of(to, "replica"))))
                        : List.of(),
                List.of(
                        !now.isInt()
                                ? Texts.of("ScaleChange.itsControllerCreatesOrDeletes")
                                : fewer
                                        ? Texts.of("ScaleChange.itsControllerDeletes")
                                        : Texts.of("ScaleChange.itsControllerCreates")),
                fewer ? List.of(Texts.of("ScaleChange.whatTheDeletedPods")) : List.of());
    }

    /** So many more than it has, or fewer. */
    static Plan by(ObjectTarget target, int more) throws IOException, Refusal {
        JsonNode now = target.object().at(JsonPointer.compile(pointer(scale(target), "specReplicasPath")));
        if (!now.isInt() || now.asInt() + more < 0) {
            throw new Refusal(
                    now.isInt()
                            ? Texts.of("ScaleChange.hasOnly", target.name(), Counted.of(now.asInt(), "replica"))
                            : Texts.of("ScaleChange.hasItsDefault", target.name()),
                    Texts.of("ScaleChange.typeHowManyIt"));
        }
        return plan(target, now.asInt() + more);
    }

    private static String pointer(JsonNode scale, String which) {
        return scale.path(which).asText().replace('.', '/');
    }

    /** What the definition of its kind says of its scale subresource; both paths are required there and are plain field names. */
    private static JsonNode scale(ObjectTarget target) throws IOException, Refusal {
        ObjectRef ref = target.ref();
        ObjectRef definition = new ObjectRef(
                "apiextensions.k8s.io",
                "v1",
                "customresourcedefinitions",
                "CustomResourceDefinition",
                "",
                ref.resource() + "." + ref.group());
        Optional<JsonNode> found =
                ref.group().isEmpty() ? Optional.empty() : new ObjectReads(target.reader()).find(definition);
        if (found.isPresent()) {
            for (JsonNode version : found.get().path("spec").path("versions")) {
                JsonNode scale = version.at("/subresources/scale");
                if (version.path("name").asText().equals(ref.version()) && scale.has("specReplicasPath")) {
                    return scale;
                }
            }
        }
        throw new Refusal(
                Texts.of("ScaleChange.aHasNoScale", ref.kind()), Texts.of("ScaleChange.editTheFieldThatHolds"));
    }
}
