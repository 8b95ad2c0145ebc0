// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;

/**
 * A KServe InferenceService: each component is a pod spec itself (kserve pkg/apis/serving/v1beta1/predictor.go), the predictor of a
 * model over several nodes has a second one for its workers. The predictor holds the accelerators, so it is what is pinned.
 */
public final class InferenceServiceKind implements RollKind {
    private static final String MODE = "serving.kserve.io/deploymentMode";
    private static final String PREDICTOR = "/spec/predictor";

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("serving.kserve.io") && ref.kind().equals("InferenceService");
    }

    @Override
    public Templates templates(Asked asked) {
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
    public List<String> effects(Asked asked, Templates templates, Pin pin) {
        List<String> effects = new ArrayList<>();
        effects.add("The predictor of " + asked.ref().name() + " is pinned to " + pin.words()
                + " and rolled: each of its pods is replaced by a new one there.");
        String mode = mode(asked.job());
        if (!mode.equals("RawDeployment") && !mode.equals("Standard")) {
            effects.add("Where it runs on Knative, the cluster's config-features must have"
                    + " kubernetes.podspec-nodeselector enabled; a new revision takes over the traffic.");
        }
        return effects;
    }

    /** As asked for, or as the controller tells; empty: the cluster's default. */
    private static String mode(JsonNode service) {
        String asked = service.path("metadata").path("annotations").path(MODE).asText();
        return asked.isEmpty() ? Trees.text(service, "/status/deploymentMode") : asked;
    }
}
