// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduler.PodGroups;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Makes the objects a person would have applied to run a piece of work. */
final class WorkloadFactory {

    /** An object and its kind. */
    record Manifest(ResourceType type, ObjectNode object) {}

    private static final String NAME = "app.kubernetes.io/name";

    /** Where a server listens, as vLLM does. */
    private static final int PORT = 8000;

    private WorkloadFactory() {}

    /** The objects in the order in which they are to be created. */
    static List<Manifest> manifests(WorkloadSpec spec) {
        List<Manifest> manifests = new ArrayList<>();
        spec.budget().ifPresent(budget -> manifests.add(budget(spec, budget)));
        spec.claim().ifPresent(claim -> manifests.add(claimTemplate(spec, claim)));
        if (spec.traits().gang()) {
            manifests.add(podGroup(spec));
        }
        if (spec.kind().equals("deployment")) {
            manifests.add(service(spec));
        }
        manifests.add(
                switch (spec.kind()) {
                    case "job" -> job(spec);
                    case "deployment" -> deployment(spec);
                    case "statefulset" -> statefulSet(spec);
                    case "pod" -> pod(spec);
                    default -> throw new IllegalArgumentException("no such kind of work: " + spec.kind());
                });
        return manifests;
    }

    private static ObjectNode object(WorkloadSpec spec, ResourceType type) {
        ObjectNode object = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode metadata = Json.with(object, "metadata");
        metadata.put("name", spec.name()).put("namespace", spec.namespace());
        ObjectNode labels = Json.with(metadata, "labels").put(NAME, spec.name());
        spec.labels().forEach(labels::put);
        return object;
    }

    private static Manifest job(WorkloadSpec spec) {
        ObjectNode job = object(spec, ResourceTypes.JOB);
        ObjectNode body = Json.with(job, "spec");
        body.put("parallelism", spec.pods()).put("completions", spec.pods());
        body.put("completionMode", spec.pods() > 1 ? "Indexed" : "NonIndexed");
        body.put("backoffLimit", spec.failsAt().isPresent() ? 0 : 6);
        body.put("suspend", spec.traits().suspended());
        body.put("podReplacementPolicy", spec.pods() > 1 ? "Failed" : "TerminatingOrFailed");
        spec.keep().ifPresent(keep -> body.put("ttlSecondsAfterFinished", keep.toSeconds()));
        template(Json.with(body, "template"), spec, "Never");
        if (spec.pods() > 1) {
            // ranks that find each other by name; the headless Service of that name is not simulated
            Json.with(body, "template", "spec").put("subdomain", spec.name());
        }
        return new Manifest(ResourceTypes.JOB, job);
    }

    private static Manifest deployment(WorkloadSpec spec) {
        ObjectNode deployment = object(spec, ResourceTypes.DEPLOYMENT);
        ObjectNode body = Json.with(deployment, "spec");
        body.put("replicas", spec.pods()).put("revisionHistoryLimit", 10).put("progressDeadlineSeconds", 600);
        Json.with(body, "selector", "matchLabels").put(NAME, spec.name());
        body.putObject("strategy").put("type", "RollingUpdate");
        Json.with(body, "strategy", "rollingUpdate").put("maxSurge", "25%").put("maxUnavailable", "25%");
        template(Json.with(body, "template"), spec, "Always");
        return new Manifest(ResourceTypes.DEPLOYMENT, deployment);
    }

    private static Manifest statefulSet(WorkloadSpec spec) {
        ObjectNode set = object(spec, ResourceTypes.STATEFUL_SET);
        ObjectNode body = Json.with(set, "spec");
        body.put("replicas", spec.pods()).put("serviceName", spec.name()).put("podManagementPolicy", "OrderedReady");
        Json.with(body, "selector", "matchLabels").put(NAME, spec.name());
        body.putObject("updateStrategy").put("type", "RollingUpdate");
        template(Json.with(body, "template"), spec, "Always");
        return new Manifest(ResourceTypes.STATEFUL_SET, set);
    }

    private static Manifest pod(WorkloadSpec spec) {
        ObjectNode pod = object(spec, ResourceTypes.POD);
        template(pod, spec, "Never");
        ObjectNode body = Json.with(pod, "spec");
        body.put("schedulerName", "default-scheduler").put("terminationGracePeriodSeconds", 30);
        Json.with(pod, "status").put("phase", "Pending");
        return new Manifest(ResourceTypes.POD, pod);
    }

    private static Manifest service(WorkloadSpec spec) {
        ObjectNode service = object(spec, ResourceTypes.SERVICE);
        ObjectNode body = Json.with(service, "spec").put("type", "ClusterIP");
        Json.with(body, "selector").put(NAME, spec.name());
        body.putArray("ports")
                .addObject()
                .put("name", "http")
                .put("protocol", "TCP")
                .put("port", 80)
                .put("targetPort", "http");
        return new Manifest(ResourceTypes.SERVICE, service);
    }

    private static Manifest podGroup(WorkloadSpec spec) {
        ObjectNode group = object(spec, PodGroups.POD_GROUP);
        Json.with(group, "spec", "schedulingPolicy", "gang").put("minCount", spec.pods());
        return new Manifest(PodGroups.POD_GROUP, group);
    }

    private static Manifest claimTemplate(WorkloadSpec spec, WorkloadSpec.Claim claim) {
        ObjectNode template = Json.object()
                .put("apiVersion", ResourceTypes.RESOURCE_CLAIM_TEMPLATE.apiVersion())
                .put("kind", "ResourceClaimTemplate");
        Json.with(template, "metadata").put("name", claim.template()).put("namespace", spec.namespace());
        ObjectNode request = Json.with(template, "spec", "spec", "devices")
                .putArray("requests")
                .addObject()
                .put("name", "gpus");
        Json.with(request, "exactly")
                .put("deviceClassName", claim.deviceClass())
                .put("allocationMode", "ExactCount")
                .put("count", claim.count());
        return new Manifest(ResourceTypes.RESOURCE_CLAIM_TEMPLATE, template);
    }

    private static Manifest budget(WorkloadSpec spec, JsonNode limits) {
        ObjectNode budget = object(spec, ResourceTypes.POD_DISRUPTION_BUDGET);
        ObjectNode body = Json.with(budget, "spec");
        limits.properties().forEach(limit -> body.set(limit.getKey(), limit.getValue()));
        Json.with(body, "selector", "matchLabels").put(NAME, spec.name());
        return new Manifest(ResourceTypes.POD_DISRUPTION_BUDGET, budget);
    }

    private static void template(ObjectNode template, WorkloadSpec spec, String restartPolicy) {
        ObjectNode metadata = Json.with(template, "metadata");
        Json.with(metadata, "labels").put(NAME, spec.name());
        BehaviourAnnotations.annotate(metadata, spec);
        ObjectNode body = Json.with(template, "spec");
        body.put("restartPolicy", restartPolicy);
        ObjectNode container = body.putArray("containers").addObject();
        container.put("name", "main").put("image", spec.image()).put("imagePullPolicy", "IfNotPresent");
        ObjectNode requests = Json.with(container, "resources", "requests");
        ObjectNode limits = Json.with(container, "resources", "limits");
        spec.resources().forEach((resource, amount) -> {
            requests.put(resource, amount);
            if (PodRequests.extended(resource) || resource.equals("memory")) {
                limits.put(resource, amount);
            }
        });
        spec.claim().ifPresent(claim -> {
            body.putArray("resourceClaims")
                    .addObject()
                    .put("name", "devices")
                    .put("resourceClaimTemplateName", claim.template());
            Json.array(Json.with(container, "resources"), "claims").addObject().put("name", "devices");
        });
        if (spec.kind().equals("deployment")) {
            container
                    .putArray("ports")
                    .addObject()
                    .put("name", "http")
                    .put("containerPort", PORT)
                    .put("protocol", "TCP");
            Json.with(container, "readinessProbe", "httpGet")
                    .put("path", "/health")
                    .put("port", PORT);
            Json.with(container, "readinessProbe")
                    .put("initialDelaySeconds", spec.profile().isEmpty() ? 2 : 20);
        }
        placement(body, spec);
    }

    /** As the admission plugin ExtendedResourceToleration: who asks for a device bears its taint. */
    private static void tolerate(ObjectNode body, String resource) {
        Json.array(body, "tolerations")
                .addObject()
                .put("key", resource)
                .put("operator", "Exists")
                .put("effect", "NoSchedule");
    }

    private static void placement(ObjectNode body, WorkloadSpec spec) {
        if (!spec.priority().isEmpty()) {
            body.put("priorityClassName", spec.priority());
        }
        if (!spec.gate().isEmpty()) {
            body.putArray("schedulingGates").addObject().put("name", spec.gate());
        }
        if (spec.traits().gang()) {
            Json.with(body, "schedulingGroup").put("podGroupName", spec.name());
        }
        if (!spec.nodeSelector().isEmpty()) {
            ObjectNode selector = Json.with(body, "nodeSelector");
            spec.nodeSelector().forEach(selector::put);
        }
        if (!spec.near().isEmpty()) {
            ObjectNode wish = Json.with(body, "affinity", "podAffinity")
                    .putArray("preferredDuringSchedulingIgnoredDuringExecution")
                    .addObject()
                    .put("weight", 100);
            ObjectNode term = Json.with(wish, "podAffinityTerm").put("topologyKey", spec.near());
            Json.with(term, "labelSelector", "matchLabels").put(NAME, spec.name());
        }
        spec.resources().keySet().stream().filter(PodRequests::extended).forEach(resource -> tolerate(body, resource));
    }
}
