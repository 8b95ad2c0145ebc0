// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import podium.core.api.ObjectRef;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.job.JobActionPlannerImpl;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.placement.Subject;
import podium.placement.Target;

/** Podium on a cluster with the real controllers; the cluster's own view of what came of its operations. */
final class ControllersBench implements AutoCloseable {
    private static final String PODS = "/api/v1/namespaces/team/pods";

    final ControllersGround ground;
    final Lab lab;
    private final JobActionPlannerImpl acts;
    private final AtomicInteger count = new AtomicInteger();

    ControllersBench(Path directory) throws Exception {
        ground = new ControllersGround(directory);
        lab = new Lab(ground, directory);
        acts = new JobActionPlannerImpl(lab, lab.placement, lab.realm, lab.fleet);
    }

    /** A name that nothing else has. */
    String name(String prefix) {
        return prefix.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + count.incrementAndGet();
    }

    void create(Owned kind, String name, String queue, boolean topology, boolean suspended) {
        lab.create(kind.ref(name), kind.manifest(name, queue, topology, suspended));
    }

    /** Node of each pod of an owner that runs and is not ending, by uid. */
    Map<String, String> running(String name) throws IOException {
        Map<String, String> nodes = new TreeMap<>();
        for (JsonNode pod : pods(name)) {
            if (Trees.text(pod, "/status/phase").equals("Running")
                    && Trees.text(pod, "/metadata/deletionTimestamp").isEmpty()) {
                nodes.put(Trees.text(pod, "/metadata/uid"), Trees.text(pod, "/spec/nodeName"));
            }
        }
        return nodes;
    }

    JsonNode pods(String name) throws IOException {
        return ground.http.send("GET", PODS + "?labelSelector=it%3D" + name, "").path("items");
    }

    /** Waits until as many run, all of them on the node, and none besides; "" any node. */
    void runsOn(String name, int count, String node) throws Exception {
        try {
            lab.await(
                    count + " pods of " + name + " on " + node,
                    () -> running(name).size() == count
                            && running(name).values().stream().allMatch(one -> node.isEmpty() || one.equals(node)));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + told(name), e);
        }
    }

    /** What the cluster has of it, for a failed test. */
    String told(String name) throws IOException {
        StringBuilder words = new StringBuilder();
        for (JsonNode pod : pods(name)) {
            words.append("\n  pod ")
                    .append(Trees.text(pod, "/metadata/name"))
                    .append(' ')
                    .append(Trees.text(pod, "/status/phase"))
                    .append(" on ")
                    .append(Trees.text(pod, "/spec/nodeName"))
                    .append(' ')
                    .append(pod.at("/spec/nodeSelector"))
                    .append(pod.at("/spec/schedulingGates"))
                    .append(pod.at("/metadata/deletionTimestamp"))
                    .append(pod.at("/metadata/finalizers"));
        }
        for (JsonNode workload : workloads()) {
            if (workload.at("/metadata/ownerReferences").toString().contains("\"" + name)
                    || Trees.text(workload, "/metadata/name").contains(name)) {
                words.append("\n  workload ")
                        .append(Trees.text(workload, "/metadata/name"))
                        .append(" active ")
                        .append(workload.at("/spec/active"))
                        .append(" queue ")
                        .append(workload.at("/spec/queueName"));
                workload.at("/spec/podSets")
                        .forEach(set -> words.append(' ').append(set.at("/template/spec/nodeSelector")));
                workload.at("/status/conditions").forEach(one -> words.append("\n    ")
                        .append(Trees.text(one, "/type"))
                        .append('=')
                        .append(Trees.text(one, "/status"))
                        .append(' ')
                        .append(Trees.text(one, "/message")));
            }
        }
        return words.toString();
    }

    JsonNode workloads() throws IOException {
        return ground.http
                .send("GET", ControllersGround.QUEUES + "namespaces/team/workloads", "")
                .path("items");
    }

    /** The node that holds none of the pods of an owner and no GPU besides, if there is one. */
    String elsewhere(String name) throws Exception {
        Map<String, Integer> held = new TreeMap<>();
        for (String node : new String[] {"n4", "n3", "n2", "n1"}) {
            held.put(node, 0);
        }
        for (JsonNode pod : ground.http.send("GET", PODS, "").path("items")) {
            held.computeIfPresent(
                    Trees.text(pod, "/spec/nodeName"),
                    (_, gpus) -> gpus + (pod.at("/metadata/labels/it").asText().equals(name) ? 100 : 1));
        }
        return held.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** A rack in which not all of it runs, which would be no place to move it to. */
    String rackElsewhere(String name) throws Exception {
        return Set.of("n3", "n4").containsAll(running(name).values()) ? "r1" : "r2";
    }

    Result place(String name, String node) throws Exception {
        return plan(name, new Target.OnNode(lab.node(node)));
    }

    Result placeInRack(String name, String rack) throws Exception {
        lab.awaitModel("rack " + rack, cluster -> cluster.getDomains().stream().anyMatch(one -> is(one, rack)));
        Node node = lab.node("n1");
        Domain domain = lab.inRealm(() -> node.getCluster().getDomains().stream()
                .filter(one -> is(one, rack))
                .findFirst()
                .orElseThrow());
        return plan(name, new Target.OnDomain(domain));
    }

    /** What is said of it on a node, where that takes it. */
    java.util.List<String> reasons(String name, String node) throws Exception {
        Subject subject = new Subject(lab.job(name), java.util.List.of());
        Target target = new Target.OnNode(lab.node(node));
        var verdict = lab.inRealm(() -> lab.placement.verdict(subject, target));
        return verdict.fit().takes() ? verdict.reasons() : java.util.List.of();
    }

    private static boolean is(Domain domain, String rack) {
        return rack.equals(domain.getName()) && ControllersGround.RACK.equals(domain.getLabelKey());
    }

    private Result plan(String name, Target target) throws Exception {
        Subject subject = new Subject(lab.job(name), java.util.List.of());
        return lab.inRealm(() -> lab.planner.plan(subject, target)).get(60, TimeUnit.SECONDS);
    }

    Result hold(String name) throws Exception {
        Job job = lab.job(name);
        return lab.inRealm(() -> lab.planner.hold(job)).get(60, TimeUnit.SECONDS);
    }

    Result free(String name) throws Exception {
        Job job = lab.job(name);
        return lab.inRealm(() -> lab.planner.free(job)).get(60, TimeUnit.SECONDS);
    }

    /** Whether a pin or gate of ours is left anywhere: in the owner, in its Workload, in what it makes. */
    boolean pinned(Owned kind, String name) throws IOException {
        StringBuilder all = new StringBuilder();
        JsonNode owner = ground.http.send("GET", kind.ref(name).path(), "");
        all.append(owner.path("spec"));
        for (JsonNode workload : workloads()) {
            if (workload.at("/metadata/ownerReferences").toString().contains(Trees.text(owner, "/metadata/uid"))) {
                all.append(workload.path("spec"));
            }
        }
        for (JsonNode job : ground.http
                .send("GET", "/apis/batch/v1/namespaces/team/jobs", "")
                .path("items")) {
            if (Trees.text(job, "/metadata/name").startsWith(name)) {
                all.append(job.path("spec"));
            }
        }
        return all.indexOf("kubernetes.io/hostname") >= 0
                || all.indexOf(ControllersGround.RACK + "\":\"r") >= 0
                || all.indexOf("podium.placement/manual") >= 0;
    }

    Result act(String name, JobAction act) throws Exception {
        Job job = lab.job(name);
        if (act instanceof JobAction.Queue(String to)) {
            lab.await(
                    "that Podium knows of queue " + to + " what the server says",
                    () -> ground.isActive(to)
                            == lab.inRealm(() -> SchedulingObjects.of(lab.cluster())
                                            .get(SchedulingObject.LocalQueue.class, job.getNamespace(), to)
                                            .filter(queue -> !queue.stopped()))
                                    .isPresent());
        }
        return lab.inRealm(() -> acts.plan(java.util.List.of(job), act)).get(60, TimeUnit.SECONDS);
    }

    /** Runs a plan to its end, whatever that is. */
    Operation run(Result result) throws Exception {
        return lab.run(lab.checked(result));
    }

    /** Runs a plan that ends well. */
    Operation done(Result result, String name) throws Exception {
        Operation done = run(result);
        assertEquals(OperationState.DONE, done.state(), done.outcome() + " " + done.status() + told(name));
        return done;
    }

    /** Looks for words in a refusal. */
    static void refused(Result result, String words) {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, result, result::toString);
        assertTrue((refused.reason() + " " + refused.advice()).contains(words), refused::toString);
    }

    /** One that runs in a queue of its own. */
    String begin(Owned kind, ControllersGround.Flavor flavor) throws Exception {
        String name = name(kind.name());
        ground.queue(name, flavor, 8);
        create(kind, name, name, flavor == ControllersGround.Flavor.TAS, false);
        runsOn(name, kind.pods, "");
        lab.tasks(name, kind.pods, task -> task.getNode() != null);
        return name;
    }

    /** Lets the first pod of a Job succeed, and waits until that counts. */
    void succeeds(String job) throws Exception {
        String pod = Trees.text(pods(job).get(0), "/metadata/name");
        ground.http.send(
                "PATCH",
                PODS + "/" + pod + "/status",
                "{\"status\":{\"phase\":\"Succeeded\",\"containerStatuses\":[{\"name\":\"main\",\"image\":\"x\","
                        + "\"imageID\":\"x\",\"ready\":false,\"restartCount\":0,\"state\":{\"terminated\":{\"exitCode\":0}}}]}}");
        lab.await(
                "that it counts",
                () -> ground.http
                                .send("GET", Owned.JOB.ref(job).path(), "")
                                .at("/status/succeeded")
                                .asInt()
                        == 1);
        lab.tasks(job, 1, task -> task.getNode() != null);
    }

    /** What removes an owner at the end of a test, and never hides why the test failed. */
    AutoCloseable ending(Owned kind, String name) {
        return () -> remove(kind, name);
    }

    /** Deletes an owner and waits until its pods are gone. */
    void remove(Owned kind, String name) throws Exception {
        ObjectRef ref = kind.ref(name);
        ground.http.send("DELETE", ref.path(), "{\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":1}");
        try {
            lab.await("no pod of " + name, () -> pods(name).isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + told(name), e);
        }
    }

    @Override
    public void close() throws Exception {
        lab.close();
    }
}
