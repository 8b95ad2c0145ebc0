// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectAction.NodeShell;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * A pod for a shell on a node, as {@code kubectl debug node/NAME --profile=sysadmin} makes it (kubectl pkg/cmd/debug, debug.go
 * generateNodeDebugPod, profiles.go): privileged, in the namespaces of the node, its root at /host, tolerating every taint. It is not
 * bound by nodeName: a node affinity by name lets the scheduler do that, on a cordoned node too, as for pods of a DaemonSet
 * (kubernetes pkg/controller/daemon/util, ReplaceDaemonSetPodNodeNameNodeAffinity).
 */
final class NodeShellPod {
    private NodeShellPod() {}

    static Plan plan(ObjectTarget target, NodeShell act) throws Refusal {
        if (!target.ref().resource().equals("nodes")) {
            throw new Refusal(Texts.of("NodeShellPod.onlyNodesHaveAShell"), Texts.of("NodeShellPod.selectANode"));
        }
        DebugContainer.checkImage(act.image());
        String node = target.ref().name();
        ObjectRef pod = ObjectRef.pod(act.namespace(), act.pod());
        ApiWrite create =
                PlanSteps.create(pod, body(node, act), Texts.of("NodeShellPod.createPodForAShell", act.pod(), node));
        ApiWrite delete = PlanSteps.delete(pod, "", Texts.of("NodeShellPod.deletePod", act.pod()));
        return new Plan(
                target.cluster(),
                "node-shell",
                Texts.of("NodeShellPod.shellOnNode", node),
                List.of(new Step.Write(create, Optional.of(delete))),
                List.of(
                        Texts.of("NodeShellPod.itIsRootOnTheNode"),
                        Texts.of("NodeShellPod.podIsCreatedInNamespace", act.pod(), act.namespace(), act.image()),
                        Texts.of("NodeShellPod.itIsDeletedWhenItsTabIsClosed")),
                List.of(Texts.of("NodeShellPod.whatIsDoneInTheShell")),
                List.of(),
                List.of(new Step.Write(delete, Optional.empty()), PlanSteps.gone(pod, "", PlanSteps.CONTROLLER)));
    }

    private static ObjectNode body(String node, NodeShell act) {
        ObjectNode pod = Trees.object();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("name", act.pod()).put("namespace", act.namespace());
        metadata.putObject("labels")
                .put("app.kubernetes.io/managed-by", "podium")
                .put(NodeShell.LABEL, act.owner());
        ObjectNode spec = pod.putObject("spec");
        spec.put("hostPID", true).put("hostNetwork", true).put("hostIPC", true).put("restartPolicy", "Never");
        spec.put("terminationGracePeriodSeconds", 0).put("automountServiceAccountToken", false);
        spec.putArray("tolerations").addObject().put("operator", "Exists");
        ObjectNode field = spec.withObject("/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution")
                .putArray("nodeSelectorTerms")
                .addObject()
                .putArray("matchFields")
                .addObject();
        field.put("key", "metadata.name")
                .put("operator", "In")
                .putArray("values")
                .add(node);
        ObjectNode container = spec.putArray("containers").addObject();
        container.put("name", NodeShell.CONTAINER).put("image", act.image());
        container.put("stdin", true).put("tty", true).put("terminationMessagePolicy", "File");
        container.putObject("securityContext").put("privileged", true);
        container.putArray("volumeMounts").addObject().put("name", "host-root").put("mountPath", "/host");
        ObjectNode volume = spec.putArray("volumes").addObject();
        volume.put("name", "host-root").putObject("hostPath").put("path", "/");
        return pod;
    }
}
