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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.fleet.Holdings;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.OperationEngine;
import podium.operation.internal.plan.PlacementPlannerImpl;
import podium.operation.internal.run.EngineTiming;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.testkit.ControlPlane;

/** A cluster with all of Podium but its windows on top of it. */
final class Lab extends Looker {
    static final EngineTiming FAST = new EngineTiming(
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            8);

    final Path directory;
    final Ground ground;
    final PlacementPlannerImpl planner;
    OperationEngine engine;
    private final EngineTiming timing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon(true).unstarted(work));

    /** Opens Podium on a cluster and waits until its model shows the work that runs there. */
    Lab(Ground ground, Path directory) throws Exception {
        this(ground, directory, FAST);
    }

    /** The same at another pace. */
    Lab(Ground ground, Path directory, EngineTiming timing) throws Exception {
        super(ground.kubeconfig());
        this.ground = ground;
        this.timing = timing;
        this.directory = directory;
        planner = new PlacementPlannerImpl(placement, placement, this);
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

    Node node(String name) throws Exception {
        return inRealm(() -> cluster().getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    List<Task> tasks(String job, int count, Predicate<Task> wanted) throws Exception {
        awaitModel(count + " tasks of " + job, _ -> tasksNow(job).filter(wanted).count() >= count);
        return inRealm(() -> tasksNow(job).filter(wanted).toList());
    }

    private Stream<Task> tasksNow(String job) {
        return find(job).stream().flatMap(one -> one.getTasks().stream());
    }

    /** The node whose tasks hold the fewest GPUs. */
    String emptiest() throws Exception {
        return inRealm(() -> cluster().getNodes().stream()
                .min(Comparator.comparingInt(node -> Holdings.of(node).held()))
                .orElseThrow()
                .getName());
    }

    /** The one with the most free GPUs of those on which none of a job runs: no place is offered where all of it runs. */
    String elsewhere(String job) throws Exception {
        return inRealm(() -> cluster().getNodes().stream()
                .min(Comparator.<Node>comparingLong(node -> node.getTasks().stream()
                                .filter(task -> task.getJob() != null)
                                .filter(task -> task.getJob().getName().equals(job))
                                .count())
                        .thenComparingInt(node -> Holdings.of(node).held()))
                .orElseThrow()
                .getName());
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

    /** Takes an operation back, which ends well; it is planned again when pods begin to run in between. */
    void undo(Operation done) throws Exception {
        long refused = begunToRun();
        engine.undo(done.id());
        Operation undone = until(
                done.id(),
                operation -> operation.state() != OperationState.DONE && operation.state() != OperationState.UNDOING
                        || begunToRun() > refused);
        if (begunToRun() > refused) {
            undo(done);
            return;
        }
        assertEquals(OperationState.UNDONE, undone.state(), undone::toString);
    }

    private long begunToRun() {
        return engine.operations().stream()
                .filter(operation -> operation.outcome().orElse("").contains(" begun to run "))
                .count();
    }

    /** The plan of an answer that is one, after its dry run. */
    Plan checked(PlacementCompiler.Result result) {
        Plan plan = assertInstanceOf(PlacementCompiler.Result.Compiled.class, result, result::toString)
                .plan();
        assertEquals(List.of(), engine.check(plan).problems(), "a plan that would be refused");
        return plan;
    }

    @Override
    public void close() throws Exception {
        engine.close();
        super.close();
        ground.close();
        timer.shutdownNow();
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
