// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.fleet.Holdings;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.drain.Drains;
import podium.operation.internal.engine.OperationEngine;
import podium.operation.internal.plan.PlacementPlannerImpl;
import podium.operation.internal.run.EngineTiming;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.placement.internal.PlacementServiceImpl;
import podium.testkit.ControlPlane;

/** A cluster with all of Podium but its windows on top of it. */
final class Lab implements Connections, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final EngineTiming FAST = new EngineTiming(
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            8);

    final Path directory;
    final Ground ground;
    final ClusterConnection connection;
    final FleetServiceImpl fleet;
    final PlacementServiceImpl placement;
    final Drains drains;
    final PlacementPlannerImpl planner;
    OperationEngine engine;
    private final EngineTiming timing;
    private final ClusterId id = new ClusterId("lab");
    private final SingleThreadRealm realm = new SingleThreadRealm("lab realm");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon(true).unstarted(work));

    /** Opens Podium on a cluster and waits until its model shows the work that runs there. */
    Lab(Ground ground, Path directory) throws Exception {
        this(ground, directory, FAST);
    }

    /** The same at another pace. */
    Lab(Ground ground, Path directory, EngineTiming timing) throws Exception {
        this.ground = ground;
        this.timing = timing;
        this.directory = directory;
        KubernetesConnector connector = new KubernetesConnector();
        ClusterTarget context = connector.contexts(ground.kubeconfig()).getFirst();
        fleet = new FleetServiceImpl(realm);
        placement = new PlacementServiceImpl(fleet);
        drains = new Drains(placement, this);
        inRealm(() -> fleet.add(id, context.context(), true));
        connection = connector.open(new ClusterTarget(id, ground.kubeconfig(), context.context(), true), fleet.sink());
        planner = new PlacementPlannerImpl(placement, this);
        engine = newEngine();
        awaitModel("the nodes", cluster -> cluster.getNodes().size() == 4);
        // before each kind has been read once, every place is one on a condition
        awaitModel("every kind has been read", cluster -> cluster.getConnection() == ConnectionState.LIVE);
        if (ground.hasWork()) {
            awaitWork();
        }
    }

    private void awaitWork() throws Exception {
        tasks("web", 4, task -> task.getNode() != null && task.isReady());
        tasks("api", 3, task -> task.getNode() != null && task.isReady());
        tasks("cache", 2, task -> task.getNode() != null && task.isReady());
        awaitModel("the budget of web with all its pods healthy", cluster -> cluster.getBudgets().stream()
                .anyMatch(budget -> budget.getName().equals("web") && budget.getCurrentHealthy() == 4));
    }

    OperationEngine newEngine() {
        OperationEngine next = OperationEngine.in(this, directory.resolve("journal"), timing);
        next.awaitOpen();
        return next;
    }

    /** Ends this process's part in its operations and starts another one on the same journal. */
    void restart() throws IOException {
        engine.close();
        engine = newEngine();
    }

    <T> T inRealm(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        realm.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    void awaitModel(String what, Predicate<Cluster> wanted) throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        AutoCloseable listening = inRealm(() -> {
            Runnable look = () -> fleet.cluster(id).filter(wanted).ifPresent(_ -> reached.complete(true));
            AutoCloseable ends = fleet.listen(_ -> look.run());
            look.run();
            return ends;
        });
        try (listening) {
            reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the model never showed " + what, e);
        }
    }

    Node node(String name) throws Exception {
        return inRealm(() -> cluster().getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    Job job(String name) throws Exception {
        awaitModel(name, cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name)));
        return inRealm(() -> cluster().getJobs().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    List<Task> tasks(String job, int count, Predicate<Task> wanted) throws Exception {
        job(job);
        awaitModel(
                count + " tasks of " + job,
                _ -> find(job).getTasks().stream().filter(wanted).count() >= count);
        return inRealm(() -> find(job).getTasks().stream().filter(wanted).toList());
    }

    /** The node whose tasks hold the fewest GPUs. */
    String emptiest() throws Exception {
        return inRealm(() -> cluster().getNodes().stream()
                .min(Comparator.comparingInt(node -> Holdings.of(node).held()))
                .orElseThrow()
                .getName());
    }

    private Job find(String name) {
        return cluster().getJobs().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Cluster cluster() {
        return fleet.cluster(id).orElseThrow();
    }

    void create(ObjectRef ref, String json) {
        ApiWrite write =
                new ApiWrite(ApiWrite.Verb.CREATE, ref, "", json, Optional.empty(), Optional.empty(), "create");
        send(write);
    }

    void merge(ObjectRef ref, String json) {
        send(new ApiWrite(ApiWrite.Verb.MERGE_PATCH, ref, "", json, Optional.empty(), Optional.empty(), "patch"));
    }

    private void send(ApiWrite write) {
        WriteResult result =
                connection.capability(ObjectWriter.class).orElseThrow().send(write, false);
        if (!(result instanceof WriteResult.Accepted)) {
            throw new AssertionError(write + " -> " + result);
        }
    }

    JsonNode read(ObjectRef ref) throws IOException {
        Optional<String> text =
                connection.capability(ObjectReader.class).orElseThrow().read(ref);
        return text.isEmpty() ? Trees.object() : Trees.read(text.get());
    }

    List<String> podsOn(String node) throws IOException {
        return connection
                .capability(ObjectReader.class)
                .orElseThrow()
                .list(ObjectRef.pod("", ""), "", "spec.nodeName=" + node)
                .stream()
                .map(text -> {
                    try {
                        JsonNode pod = Trees.read(text);
                        return Trees.text(pod, "/metadata/namespace") + "/" + Trees.text(pod, "/metadata/name");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .sorted()
                .toList();
    }

    void await(String what, Callable<Boolean> condition) throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        var looking = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (condition.call()) {
                            reached.complete(true);
                        }
                    } catch (Exception | AssertionError e) {
                        reached.completeExceptionally(e);
                    }
                },
                0,
                30,
                TimeUnit.MILLISECONDS);
        try {
            reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        } finally {
            looking.cancel(false);
        }
    }

    Operation until(String operation, Predicate<Operation> wanted) throws Exception {
        CompletableFuture<Operation> reached = new CompletableFuture<>();
        AutoCloseable listening = engine.listen(changed -> {
            if (changed.id().equals(operation) && wanted.test(changed)) {
                reached.complete(changed);
            }
        });
        try (listening) {
            engine.operation(operation).filter(wanted).ifPresent(reached::complete);
            return reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            List<String> ends = engine.operations().stream()
                    .map(one -> one.plan().title() + ": " + one.state() + " "
                            + one.outcome().orElse(one.status()))
                    .toList();
            throw new AssertionError(ends + " never as wanted: " + engine.operation(operation), e);
        }
    }

    Operation run(Plan plan) throws Exception {
        return until(engine.submit(plan), operation -> operation.state().ended());
    }

    /** Runs a plan that ends well. */
    Operation done(Plan plan) throws Exception {
        Operation done = run(plan);
        assertEquals(OperationState.DONE, done.state(), done::toString);
        return done;
    }

    /** Takes an operation back, which ends well. */
    void undo(Operation done) throws Exception {
        engine.undo(done.id());
        Operation undone = until(
                done.id(),
                operation -> operation.state() != OperationState.DONE && operation.state() != OperationState.UNDOING);
        assertEquals(OperationState.UNDONE, undone.state(), undone::toString);
    }

    /** The plan of an answer that is one, after its dry run. */
    Plan checked(PlacementCompiler.Result result) {
        Plan plan = assertInstanceOf(PlacementCompiler.Result.Compiled.class, result, result::toString)
                .plan();
        assertEquals(List.of(), engine.check(plan), "a plan that would be refused");
        return plan;
    }

    @Override
    public ClusterConnection open(ClusterTarget target) {
        return connection;
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId wanted) {
        return wanted.equals(id) ? Optional.of(connection) : Optional.empty();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.of(connection);
    }

    @Override
    public void close(ClusterId closed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws Exception {
        engine.close();
        connection.close();
        ground.close();
        timer.shutdownNow();
        realm.close();
    }

    /** Runs the kubectl of the control plane; without one the test is skipped. */
    void kubectl(String... arguments) throws Exception {
        Optional<Path> program =
                ControlPlane.assets().map(folder -> folder.resolve("kubectl")).filter(Files::isExecutable);
        Assumptions.assumeTrue(program.isPresent(), "there is no kubectl beside the control plane; skipped");
        List<String> command = new ArrayList<>(List.of(
                program.orElseThrow().toString(),
                "--kubeconfig=" + ground.kubeconfig(),
                "--cache-dir=" + directory.resolve("kubectl-cache")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("kubectl.txt").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "kubectl does not end");
        assertEquals(0, process.exitValue(), Files.readString(directory.resolve("kubectl.txt")));
    }
}
