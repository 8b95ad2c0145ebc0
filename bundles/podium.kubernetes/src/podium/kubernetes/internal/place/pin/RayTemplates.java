// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The head and worker templates of a RayClusterSpec (kuberay ray-operator/apis/ray/v1/raycluster_types.go). */
public final class RayTemplates {
    private RayTemplates() {}

    /** The templates of the cluster spec that lies at a JSON pointer. */
    public static List<Template> of(JsonNode owner, String cluster) {
        JsonNode spec = owner.at(JsonPointer.compile(cluster));
        List<Template> templates = new ArrayList<>();
        if (spec.path("headGroupSpec").path("template").path("spec").isObject()) {
            templates.add(Template.at("head", cluster + "/headGroupSpec/template/spec", 1));
        }
        JsonNode groups = spec.path("workerGroupSpecs");
        for (int i = 0; i < groups.size(); i++) {
            JsonNode group = groups.path(i);
            String at = cluster + "/workerGroupSpecs/" + i;
            templates.add(new Template(
                    group.path("groupName").asText(), at + "/template/spec", pods(group), at + "/groupName"));
        }
        return templates;
    }

    /** Replicas within their bounds times hosts, as the operator counts them (controllers/ray/utils/util.go). */
    private static int pods(JsonNode group) {
        if (group.path("suspend").asBoolean()) {
            return 0;
        }
        int least = group.path("minReplicas").asInt(0);
        int most = group.path("maxReplicas").asInt(Integer.MAX_VALUE);
        int replicas = Math.clamp(group.path("replicas").asInt(least), Math.min(least, most), most);
        return Math.clamp((long) replicas * Math.max(1, group.path("numOfHosts").asInt(1)), 0, Integer.MAX_VALUE);
    }
}
