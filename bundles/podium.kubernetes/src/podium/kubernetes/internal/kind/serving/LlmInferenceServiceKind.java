// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.serving;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A KServe LLMInferenceService: pod specs of the leader (template) and its workers, for decoding and, where it is split, for prefill
 * (kserve pkg/apis/serving/v1alpha1/llm_inference_service_types.go, WorkloadSpec). What the spec leaves to a base cannot be pinned
 * here.
 */
public final class LlmInferenceServiceKind extends NamedKind implements RollKind {
    private static final String DEVICE_CLASS = "serving.kserve.io/exp-dra-device-class";
    private static final List<String> PLACES =
            List.of("/spec/template", "/spec/worker", "/spec/prefill/template", "/spec/prefill/worker");

    public LlmInferenceServiceKind() {
        super(
                new KindName(
                        "serving.kserve.io",
                        List.of("v1alpha2", "v1alpha1"),
                        "llminferenceservices",
                        "LLMInferenceService"),
                Trait.REPLACES_PODS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        List<Group> groups = new ArrayList<>();
        add(groups, "decode", spec, 1, object.at("metadata"));
        add(groups, "prefill", spec.at("prefill"), spec.at("prefill").exists() ? 1 : 0, object.at("metadata"));
        List<String> bases = spec.at("baseRefs").texts("name").stream()
                .map("LLMInferenceServiceConfig "::concat)
                .toList();
        return WorkloadShape.of(false, groups, OptionalInt.empty(), "").dependingOn(bases);
    }

    /** With a worker, each replica is a LeaderWorkerSet group of the template and of as many workers as its parallelism tells. */
    private static void add(List<Group> groups, String name, JsonTree workload, int replicas, JsonTree metadata) {
        int wanted = workload.number("replicas", replicas);
        groups.add(new Group(name, wanted, pod(workload.at("template"), metadata), Map.of()));
        if (workload.at("worker").exists()) {
            int workers = size(workload.at("parallelism")) - 1;
            groups.add(new Group(
                    name + " worker",
                    WorkloadShape.times(wanted, workers),
                    pod(workload.at("worker"), metadata),
                    Map.of()));
        }
    }

    /** kserve pkg/apis/serving/v1alpha1/llm_inference_service_defaults.go, GetSize. */
    private static int size(JsonTree parallelism) {
        int data = parallelism.number("data", 0);
        int local = parallelism.number("dataLocal", 0);
        return data > 0 || local > 0
                ? Math.max(1, Math.max(1, data) / Math.max(1, local))
                : Math.max(1, parallelism.number("pipeline", 1));
    }

    /**
     * Where an annotation asks for devices of a class, the controller makes a claim template of the service's name and has every pod
     * claim from it (kserve docs/samples/llmisvc/managed-dra).
     */
    private static JsonTree pod(JsonTree spec, JsonTree metadata) {
        if (metadata.at("annotations").text(DEVICE_CLASS).isEmpty()) {
            return spec.exists() ? JsonTree.of(Map.of("spec", spec)) : JsonTree.none();
        }
        Map<String, JsonTree> fields = new HashMap<>();
        spec.fields(fields::put);
        List<JsonTree> claims = new ArrayList<>(spec.at("resourceClaims").elements());
        claims.add(JsonTree.of(Map.of(
                "name",
                JsonTree.ofText("managed-device"),
                "resourceClaimTemplateName",
                JsonTree.ofText(metadata.text("name") + "-managed-dra"))));
        fields.put("resourceClaims", JsonTree.list(claims));
        return JsonTree.of(Map.of("spec", JsonTree.of(fields)));
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
                    Texts.of("LlmInferenceServiceKind.hasNoPodSpec", asked.ref().name()),
                    Texts.of("LlmInferenceServiceKind.setNodeselectorInSpec"));
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    /** Its pods come by way of Deployments and LeaderWorkerSets with other pods of the same labels (router, scheduler). */
    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
        return List.of(Texts.of(
                "LlmInferenceServiceKind.theModelServersOfArePinned",
                asked.ref().name(),
                pin.words()));
    }
}
