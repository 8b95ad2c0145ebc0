// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A KServe InferenceService: each component is a pod spec itself (kserve pkg/apis/serving/v1beta1/predictor.go), the predictor of a
 * model over several nodes has a second one for its workers. The predictor holds the accelerators, so it is what is pinned.
 */
public final class InferenceServiceKind extends NamedKind implements RollKind, ScaledKind {
    private static final String MODE = "serving.kserve.io/deploymentMode";
    private static final String PREDICTOR = "/spec/predictor";

    public InferenceServiceKind() {
        super(
                new KindName("serving.kserve.io", "v1beta1", "inferenceservices", "InferenceService"),
                Trait.KEEPS_RUNNING,
                Trait.REPLACES_PODS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree predictor = object.at("spec", "predictor");
        int replicas = predictor.number("minReplicas", 1);
        JsonTree workers = predictor.at("workerSpec");
        int others = Math.max(0, workers.number("pipelineParallelSize", 2) - 1);
        return WorkloadShape.of(
                false,
                List.of(
                        new Group("predictor", replicas, pod(predictor), Map.of()),
                        new Group(
                                "worker",
                                workers.exists() ? WorkloadShape.times(replicas, others) : 0,
                                pod(workers),
                                Map.of())),
                OptionalInt.empty(),
                "");
    }

    /** A pod spec whose server lies beside its containers, as model, or under a framework's name (predictor.go). */
    private static JsonTree pod(JsonTree component) {
        Map<String, JsonTree> spec = new HashMap<>();
        List<JsonTree> containers = new ArrayList<>(component.at("containers").elements());
        component.fields((name, field) -> {
            spec.put(name, field);
            if (field.isObject() && field.at("resources").exists()) {
                containers.add(field);
            }
        });
        if (containers.isEmpty()) {
            return JsonTree.none();
        }
        if (!component.at("containers").exists()) {
            spec.put("containers", JsonTree.list(containers.getLast()));
        }
        return JsonTree.of(Map.of("spec", JsonTree.of(spec)));
    }

    /** A model without resources of its own gets them from its ServingRuntime, as its workers do by tensorParallelSize. */
    @Override
    public PodPart made(JsonNode owner, PodPart part) {
        if (!(part.template().deepCopy() instanceof ObjectNode template)
                || !(template.path("spec") instanceof ObjectNode spec)) {
            return part;
        }
        List<JsonNode> asking = new ArrayList<>();
        spec.forEach(field -> {
            if (field.isObject() && field.has("resources")) {
                asking.add(field);
            }
        });
        spec.path("containers").forEach(container -> {
            if (container.has("resources")) {
                asking.add(container);
            }
        });
        JsonNode model = owner.at(PREDICTOR + "/model");
        if (!spec.has("containers") && !asking.isEmpty()) {
            spec.putArray("containers").add(asking.getLast());
        } else if (asking.isEmpty() && model.isObject()) {
            String runtime = model.path("runtime").asText();
            spec.putArray("unread")
                    .add(
                            runtime.isEmpty()
                                    ? Texts.of("InferenceServiceKind.itsServingruntime")
                                    : "ServingRuntime " + runtime);
        }
        return new PodPart(part.role(), part.pods(), template);
    }

    /** KServe scales between two bounds (component_types: minReplicas, maxReplicas): the lower one is set, the upper one kept above it. */
    @Override
    public Replicas replicas(JsonNode owner) {
        JsonNode predictor = owner.path("spec").path("predictor");
        int now = predictor.path("minReplicas").asInt(1);
        int most = predictor.path("maxReplicas").asInt(0);
        return new Replicas(
                now,
                Replicas.Unit.REPLICA_AT_LEAST,
                "",
                to -> new Replicas.Merge(bounds(to, most == 0 ? 0 : Math.max(most, to)), bounds(now, most)));
    }

    private static ObjectNode bounds(int least, int most) {
        ObjectNode patch = Trees.object();
        ObjectNode predictor = patch.putObject("spec").putObject("predictor");
        predictor.put("minReplicas", least);
        if (most > 0) {
            predictor.put("maxReplicas", most);
        }
        return patch;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        JsonNode predictor = asked.job().path("spec").path("predictor");
        int replicas = predictor.path("minReplicas").asInt(1);
        List<Template> templates = new ArrayList<>();
        templates.add(Template.at("predictor", PREDICTOR, replicas));
        JsonNode workers = predictor.path("workerSpec");
        if (workers.isObject()) {
            int others = Math.max(0, workers.path("pipelineParallelSize").asInt(2) - 1);
            templates.add(Template.at("worker", PREDICTOR + "/workerSpec", replicas * others));
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    /** kserve pkg/constants/constants.go, InferenceServicePodLabelKey; transformers have it as well. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "serving.kserve.io/inferenceservice=" + ref.name() + ",component=predictor";
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
        List<String> effects = new ArrayList<>();
        effects.add(Texts.of(
                "InferenceServiceKind.thePredictorOfIsPinned", asked.ref().name(), pin.words()));
        String mode = mode(asked.job());
        if (!mode.equals("RawDeployment") && !mode.equals("Standard")) {
            effects.add(Texts.of("InferenceServiceKind.whereItRunsOnKnative"));
        }
        return effects;
    }

    /** As asked for, or as the controller tells; empty: the cluster's default. */
    private static String mode(JsonNode service) {
        String asked = service.path("metadata").path("annotations").path(MODE).asText();
        return asked.isEmpty() ? Trees.text(service, "/status/deploymentMode") : asked;
    }
}
