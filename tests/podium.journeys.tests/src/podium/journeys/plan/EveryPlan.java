// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/**
 * Every plan that is made of one object or several: each kind of owner, running, suspended and pinned already, with each act that it
 * takes.
 */
final class EveryPlan {
    /** Of all kinds, those of Kueue included, and what Kubernetes has itself. */
    static final List<String> FIXTURES = List.of(
            "job",
            "cronjob",
            "scheduledworkflow",
            "scheduledsparkapplication",
            "cronworkflow",
            "raycronjob",
            "volcanocronjob",
            "job-kueue",
            "jobset",
            "jobset-kueue",
            "pytorchjob",
            "pytorchjob-kueue",
            "tfjob",
            "mpijob",
            "trainjob",
            "raycluster",
            "rayjob",
            "rayservice",
            "leaderworkerset",
            "volcanojob",
            "inferenceservice",
            "llminferenceservice",
            "notebook",
            "experiment",
            "workflow",
            "workflow-steps",
            "deployment",
            "statefulset",
            "pod");

    /** A plan with what it was made from. */
    record Made(String name, Plan plan, Map<String, JsonNode> objects) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Compile {
        Result of(PlanDesk desk) throws IOException;
    }

    private static final Map<String, Consumer<PlanDesk>> STATES = new LinkedHashMap<>();
    private static final Map<String, Compile> ACTS = new LinkedHashMap<>();

    static {
        STATES.put("running", desk -> desk.owner.withObject("/status").put("jobDeploymentStatus", "Running"));
        STATES.put("suspended", desk -> suspend(desk.owner));
        STATES.put(
                "selective",
                desk -> templates(
                        desk.owner, spec -> spec.withObject("/nodeSelector").put("tier", "gpu")));
        STATES.put(
                "pinned",
                desk -> templates(
                        desk.owner, spec -> spec.withObject("/nodeSelector").put("kubernetes.io/hostname", "host-9")));
        STATES.put("gated", EveryPlan::gate);
        ACTS.put("place", desk -> desk.place(Map.of()));
        ACTS.put("place in a domain", PlanDesk::placeInDomain);
        ACTS.put("hold", PlanDesk::hold);
        ACTS.put("free", PlanDesk::free);
        ACTS.put("commit", desk -> desk.place(pods(desk)));
        ACTS.put("scale up", desk -> desk.act(new JobAction.Scale(5)));
        ACTS.put("scale to none", desk -> desk.act(new JobAction.Scale(0)));
        ACTS.put("requeue", desk -> desk.act(new JobAction.Requeue()));
        ACTS.put("suspend", desk -> desk.act(new JobAction.Suspend()));
        ACTS.put("withdraw", desk -> desk.act(new JobAction.Withdraw()));
        ACTS.put("resume", desk -> desk.act(new JobAction.Resume()));
        ACTS.put("trigger", desk -> desk.act(new JobAction.Trigger()));
        ACTS.put("queue", desk -> desk.act(new JobAction.Queue("silver")));
        ACTS.put("priority", desk -> desk.act(new JobAction.Priority("urgent")));
        ACTS.put("delete", desk -> desk.act(new JobAction.Delete(Optional.empty())));
        ACTS.put("delete at once", desk -> desk.act(new JobAction.Delete(Optional.of(Duration.ofSeconds(1)))));
    }

    private EveryPlan() {}

    static List<Made> all() throws IOException {
        List<Made> all = new ArrayList<>();
        for (String fixture : FIXTURES) {
            for (Map.Entry<String, Consumer<PlanDesk>> state : STATES.entrySet()) {
                for (Map.Entry<String, Compile> act : ACTS.entrySet()) {
                    PlanDesk desk = new PlanDesk(fixture);
                    state.getValue().accept(desk);
                    trial(desk);
                    if (act.getValue().of(desk) instanceof Result.Compiled(Plan plan)) {
                        all.add(new Made(act.getKey() + " " + state.getKey() + " " + fixture, plan, desk.objects()));
                    }
                }
            }
        }
        return all;
    }

    static void suspend(ObjectNode owner) {
        owner.withObject("/spec").put("suspend", true);
        if (owner.path("spec").has("runPolicy")
                || owner.path("apiVersion").asText().startsWith("kubeflow.org")) {
            owner.withObject("/spec/runPolicy").put("suspend", true);
        }
    }

    /** Each pod spec in an owner. */
    static void templates(JsonNode owner, Consumer<ObjectNode> change) {
        owner.path("spec").findParents("containers").forEach(spec -> change.accept((ObjectNode) spec));
    }

    /** The gate in the templates, and three pods of them that wait at it; the last has another gate too. */
    private static void gate(PlanDesk desk) {
        templates(
                desk.owner,
                spec -> spec.withArray("/schedulingGates").addObject().put("name", "podium.placement/manual"));
        if (desk.ref.kind().equals("Pod")) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            ObjectNode pod = Trees.object().put("apiVersion", "v1").put("kind", "Pod");
            pod.withObject("/metadata/labels").put("app", "it");
            pod.withObject("/metadata")
                    .withArray("/ownerReferences")
                    .addObject()
                    .put("apiVersion", desk.ref.apiVersion())
                    .put("kind", desk.ref.kind())
                    .put("name", "it")
                    .put("uid", "uid-it")
                    .put("controller", true);
            ObjectNode spec = pod.putObject("spec");
            if (i == 1) {
                spec.withObject("/nodeSelector").put("tier", "gpu");
            }
            spec.putArray("containers").addObject().put("name", "main").put("image", "example/train:1");
            spec.putArray("schedulingGates").addObject().put("name", "podium.placement/manual");
            if (i == 2) {
                spec.withArray("/schedulingGates").addObject().put("name", "example.com/other");
            }
            pod.putObject("status").put("phase", "Pending");
            desk.put(ObjectRef.pod("team", "it-" + i), pod);
        }
    }

    private static Map<ObjectRef, String> pods(PlanDesk desk) {
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        desk.objects().forEach((path, object) -> {
            if (object.path("kind").asText().equals("Pod")) {
                pods.put(
                        ObjectRef.pod(
                                "team", object.path("metadata").path("name").asText()),
                        PlanDesk.NODE);
            }
        });
        return pods;
    }

    /** The job of a trial of an experiment. */
    private static void trial(PlanDesk desk) throws IOException {
        if (desk.ref.kind().equals("Experiment")) {
            PlanDesk job = new PlanDesk("job");
            desk.put(AllKinds.job("team", "it-trial"), job.owner);
        }
    }
}
