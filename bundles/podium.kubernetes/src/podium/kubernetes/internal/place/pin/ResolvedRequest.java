// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * A request with the objects it is about.
 *
 * @param job the top object as the server has it now
 * @param pods the pods to place, as the server has them now
 */
public record ResolvedRequest(
        ClusterId cluster,
        PlacementCompiler.Request request,
        JsonNode job,
        Map<ObjectRef, JsonNode> pods,
        ObjectReads objects,
        ServerVersion version) {

    public ObjectRef ref() {
        return request.job();
    }

    /** Where a pod is to go. */
    public String nodeOf(ObjectRef pod) {
        return String.valueOf(request.podToNode().get(pod));
    }

    /** The same request for another top object: a ReplicaSet's Deployment. */
    public ResolvedRequest about(ObjectRef other, JsonNode object) {
        PlacementCompiler.Request its = new PlacementCompiler.Request(
                other,
                ObjectReads.uid(object),
                request.podToNode(),
                request.nodes(),
                request.pinLabel(),
                request.pinValue());
        return new ResolvedRequest(cluster, its, object, pods, objects, version);
    }

    /** The pods' one node where the request names pods: a template takes one pin. */
    public PlacementCompiler.Request asTemplate() throws Refusal {
        if (request.podToNode().isEmpty()) {
            return request;
        }
        List<String> nodes = request.podToNode().values().stream().distinct().toList();
        if (nodes.size() > 1) {
            throw new Refusal(
                    Texts.of("ResolvedRequest.hasOneTemplateForAllItsPods", ObjectReads.name(ref())),
                    Texts.of("ResolvedRequest.chooseOneNodeOrOneDomain", Gates.OURS));
        }
        return new PlacementCompiler.Request(ref(), request.jobUid(), Map.of(), nodes, Pin.HOSTNAME, "");
    }

    /** Its changes are filled in from its writes when it is handed out. */
    public Plan plan(String title, List<Step> steps, List<String> effects, List<String> irreversible, List<Step> undo) {
        return plan(false, title, steps, effects, irreversible, undo);
    }

    /** @param restarts it stops what runs, and is called so on its button too */
    public Plan plan(
            boolean restarts,
            String title,
            List<Step> steps,
            List<String> effects,
            List<String> irreversible,
            List<Step> undo) {
        List<String> all = new ArrayList<>(effects);
        FieldOwners.warning(job).ifPresent(all::add);
        return new Plan(cluster, restarts ? "restart" : "place", title, steps, all, irreversible, List.of(), undo);
    }
}
