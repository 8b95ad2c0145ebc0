// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.model.value.WorkKind;

/**
 * A KServe LLMInferenceService: pod specs of the leader (template) and its workers, for decoding and, where it is split, for prefill
 * (kserve pkg/apis/serving/v1alpha1/llm_inference_service_types.go, WorkloadSpec). What the spec leaves to a base cannot be pinned
 * here.
 */
public final class LlmInferenceServiceKind implements RollKind {
    private static final KindName NAME = new KindName(
            "serving.kserve.io", List.of("v1alpha2", "v1alpha1"), "llminferenceservices", "LLMInferenceService");
    private static final WorkKind WORK =
            new WorkKind("llminferenceservices", List.of(WorkKind.Trait.REPLACES_PODS), "");
    private static final List<String> PLACES =
            List.of("/spec/template", "/spec/worker", "/spec/prefill/template", "/spec/prefill/worker");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        List<Group> groups = List.of(
                new Group("decode", spec.number("replicas", 1), pod(spec.at("template")), Map.of()),
                new Group(
                        "prefill",
                        spec.at("prefill").number("replicas", 0),
                        pod(spec.at("prefill", "template")),
                        Map.of()));
        return WorkloadShape.of(false, groups, OptionalInt.empty(), "");
    }

    private static JsonTree pod(JsonTree spec) {
        return spec.exists() ? JsonTree.of(Map.of("spec", spec)) : JsonTree.none();
    }

    @Override
    public Templates templates(ResolvedRequest asked) throws Refusal {
        List<Template> templates = new ArrayList<>();
        for (String place : PLACES) {
            if (asked.job().at(JsonPointer.compile(place)).isObject()) {
                JsonNode workload = asked.job().at(JsonPointer.compile(place).head());
                templates.add(Template.at(
                        place.substring("/spec/".length()),
                        place,
                        workload.path("replicas").asInt(1)));
            }
        }
        if (templates.isEmpty()) {
            throw new Refusal(
                    asked.ref().name() + " has no pod spec of its own; it takes them from its base references.",
                    "Set nodeSelector in spec.template, or in the LLMInferenceServiceConfig it names.");
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    /** Its pods come by way of Deployments and LeaderWorkerSets with other pods of the same labels (router, scheduler). */
    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
        return List.of("The model servers of " + asked.ref().name() + " are pinned to " + pin.words()
                + " and rolled; its router and scheduler stay where they are.");
    }
}
