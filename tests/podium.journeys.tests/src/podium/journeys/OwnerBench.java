// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.placement.Subject;
import podium.placement.Target;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Podium on a cluster in which one owner of the case's kind lives, under the name "it". */
final class OwnerBench implements AutoCloseable {
    static final String NAME = OwnerFixtures.NAME;

    /** What a queue of Kueue needs to admit the owner again: without it a restart is refused. */
    private static final Map<CustomKind, String> QUEUES = Map.of(
            CustomKind.FLAVOR, "{\"metadata\":{\"name\":\"gold\"}}",
            CustomKind.CLUSTER_QUEUE, """
                    {"metadata":{"name":"gold"},"spec":{"namespaceSelector":{},"resourceGroups":[{
                    "coveredResources":["cpu","memory","nvidia.com/gpu"],"flavors":[{"name":"gold","resources":[
                    {"name":"cpu","nominalQuota":"999"},{"name":"memory","nominalQuota":"999Ti"},
                    {"name":"nvidia.com/gpu","nominalQuota":"999"}]}]}]},
                    "status":{"conditions":[{"type":"Active","status":"True"}]}}
                    """,
            CustomKind.LOCAL_QUEUE, """
                    {"metadata":{"name":"gold"},"spec":{"clusterQueue":"gold"},
                    "status":{"conditions":[{"type":"Active","status":"True"}]}}
                    """);

    final Lab lab;
    final ObjectRef ref;
    final ObjectStore store;
    private final OwnerCase owner;
    private final List<Operator> operators = new ArrayList<>();

    OwnerBench(OwnerCase owner, Path directory) throws Exception {
        this.owner = owner;
        this.ref = owner.ref().apply(NAME);
        SimulatedGround ground = new SimulatedGround(directory);
        store = ground.simulator().store();
        owner.kinds().forEach(kind -> kind.define(store));
        boolean queued = owner.kinds().contains(CustomKind.WORKLOAD);
        if (queued) {
            QUEUES.forEach((kind, text) -> kind.define(store));
        }
        operators.addAll(owner.operators().apply(store));
        lab = new Lab(ground, directory);
        if (owner.kinds().contains(CustomKind.RUNTIME)) {
            lab.create(CustomKind.RUNTIME.ref("torch"), OwnerFixtures.text("runtime"));
        }
        if (queued) {
            QUEUES.forEach((kind, text) -> lab.create(kind.ref("gold"), text));
        }
    }

    /** Creates the owner; a text of the fixture may be replaced. */
    OwnerBench begin(String text, String by) {
        String fixture = OwnerFixtures.text(owner.fixture());
        lab.create(ref, fixture.replace(text, by));
        return this;
    }

    OwnerBench begin() throws Exception {
        begin("NAME", NAME);
        running("");
        return this;
    }

    /** Waits until all its tasks run, and none but those; on the node where one is named. */
    List<Task> running(String node) throws Exception {
        List<Task> tasks;
        try {
            tasks = lab.tasks(NAME, owner.tasks(), task -> runs(task, node));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + cluster(), e);
        }
        lab.awaitModel("only the wanted tasks", cluster -> cluster.getJobs().stream()
                .filter(job -> NAME.equals(job.getName()))
                .allMatch(job -> job.getTasks().size() == owner.tasks()
                        && job.getTasks().stream().allMatch(task -> runs(task, node))));
        return tasks;
    }

    /** What the cluster itself has of it, for a failed test. */
    private String cluster() throws Exception {
        StringBuilder words = new StringBuilder(lab.read(ref).toString());
        store.list(ResourceTypes.POD, "team").stream()
                .filter(pod -> ObjectMeta.name(pod).startsWith(NAME))
                .forEach(pod -> words.append('\n').append(pod));
        operators.forEach(operator -> operator.failure().ifPresent(words::append));
        return words.toString();
    }

    private static boolean runs(Task task, String node) {
        return task.getPhase() == TaskPhase.RUNNING
                && task.getNode() != null
                && (node.isEmpty() || task.getNode().getName().equals(node));
    }

    PlacementCompiler.Result compile(String node) throws Exception {
        Subject subject = new Subject(lab.job(NAME), List.of());
        Target target = new Target.OnNode(lab.node(node));
        return lab.inRealm(() -> lab.planner.plan(subject, target)).get(60, TimeUnit.SECONDS);
    }

    /** The plan, after its dry run. */
    Plan plan(String node) throws Exception {
        return lab.checked(compile(node));
    }

    /** Podium killed after so many steps, and opened again. */
    Operation killedAfter(int steps, Plan plan) throws Exception {
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.done() >= steps && operation.state() != OperationState.PREPARED);
        lab.restart();
        return lab.engine.operation(id).orElseThrow();
    }

    /** The object's spec without what a pin leaves behind when it is taken out: an empty selector. */
    String spec() throws Exception {
        return lab.read(ref)
                .path("spec")
                .toString()
                .replaceAll(",?\"(nodeSelector|runtimePatches)\":(\\{}|\\[])", "")
                .replaceAll(",?\"suspend\":false", "")
                .replaceAll(",?\"runPolicy\":\\{}", "");
    }

    @Override
    public void close() throws Exception {
        for (Operator operator : operators) {
            operator.close();
        }
        lab.close();
    }
}
