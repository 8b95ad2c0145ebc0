// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.fleet.SchedulingObjects;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.OperationEngine;
import podium.operation.internal.job.JobActionPlannerImpl;
import podium.operation.internal.submit.ClusterComparisons;
import podium.operation.internal.submit.Submissions;
import podium.operation.job.JobAction;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.ClusterComparison.Subject;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Submission;
import podium.placement.Fit;
import podium.placement.internal.PlacementServiceImpl;
import podium.sources.internal.cluster.OpenClusters;
import podium.testkit.Await;

/** Two clusters that are open, and a job that waits in one of them: held against both, and moved. */
class WhichClusterTest {
    private static final ObjectRef JOB = AllKinds.job("team", "late");
    private static final ObjectRef CONFIG = new ObjectRef("", "v1", "configmaps", "ConfigMap", "team", "settings");
    private static final String WAITS = """
        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"late","namespace":"team"},
         "spec":{"parallelism":2,"completions":2,"template":{
          "metadata":{"annotations":{"simulator.podium/duration":"24h"}},
          "spec":{"restartPolicy":"Never","terminationGracePeriodSeconds":1,"nodeSelector":{"of":"second"},
           "containers":[{"name":"main","image":"%s","envFrom":[{"configMapRef":{"name":"settings"}}],
            "resources":{"requests":{"cpu":"1","nvidia.com/gpu":"1"},"limits":{"nvidia.com/gpu":"1"}}}]%s}}}}\
        """;

    @TempDir
    private Path folder;

    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FleetServiceImpl fleet = new FleetServiceImpl(realm);
    private final KubernetesConnector connector = new KubernetesConnector();
    private final OpenClusters open = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
    private final List<SimulatedGround> grounds = new ArrayList<>();
    private PlacementServiceImpl placement;
    private ClusterComparisons comparison;
    private Submissions submissions;
    private OperationEngine engine;
    private ClusterId first;
    private ClusterId second;

    @BeforeEach
    void start() throws Exception {
        placement = inRealm(() -> new PlacementServiceImpl(fleet));
        comparison = new ClusterComparisons(placement, open, fleet);
        submissions = new Submissions(placement, open);
        engine = OperationEngine.in(open, folder.resolve("journal"), Lab.FAST);
        engine.awaitOpen();
        first = open("first");
        second = open("second");
        for (String node : List.of("n1", "n2")) {
            send(
                    second,
                    new ApiWrite(
                            ApiWrite.Verb.MERGE_PATCH,
                            ObjectRef.node(node),
                            "",
                            "{\"metadata\":{\"labels\":{\"of\":\"second\"}}}",
                            Optional.empty(),
                            Optional.empty(),
                            "label"));
        }
        await(
                "the label",
                second,
                cluster -> cluster.getNodes().stream()
                                .filter(node -> node.getLabels() != null
                                        && node.getLabels().has("of"))
                                .count()
                        == 2);
    }

    private ClusterId open(String name) throws Exception {
        SimulatedGround ground = new SimulatedGround(Files.createDirectory(folder.resolve(name)));
        grounds.add(ground);
        ClusterTarget target = connector.contexts(ground.kubeconfig()).getFirst();
        open.open(target);
        await(
                "all of it",
                target.id(),
                cluster -> cluster.getConnection() == ConnectionState.LIVE
                        && cluster.getNodes().size() == 4);
        return target.id();
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        open.closeAll();
        placement.close();
        fleet.close();
        realm.close();
        grounds.forEach(SimulatedGround::close);
    }

    private <T> T inRealm(Callable<T> work) {
        return realm.ask(work);
    }

    private void await(String what, ClusterId id, Predicate<Cluster> wanted) {
        Await.until(
                () -> what, () -> inRealm(() -> fleet.cluster(id).filter(wanted).isPresent()));
    }

    private ClusterConnection connection(ClusterId id) {
        return open.connection(id).orElseThrow();
    }

    private void send(ClusterId id, ApiWrite write) {
        WriteResult result =
                connection(id).capability(ObjectWriter.class).orElseThrow().send(write, false);
        assertInstanceOf(WriteResult.Accepted.class, result, result::toString);
    }

    private void create(ClusterId id, ObjectRef ref, String json) {
        send(id, new ApiWrite(ApiWrite.Verb.CREATE, ref, "", json, Optional.empty(), Optional.empty(), "create"));
    }

    private void settings(ClusterId id, String mode) {
        create(
                id,
                CONFIG,
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"team\"},\"data\":{\"mode\":\""
                        + mode + "\"}}");
    }

    private Job waits(String image, String more) {
        create(first, JOB, WAITS.formatted(image, more));
        await("the job", first, cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals("late") && job.getTasks().size() == 2));
        return inRealm(() -> fleet.cluster(first).orElseThrow().getJobs().stream()
                .filter(job -> job.getName().equals("late"))
                .findFirst()
                .orElseThrow());
    }

    private List<ClusterFit> compared(Job job) throws Exception {
        assertEquals(Optional.empty(), inRealm(() -> comparison.whyNotMoved(job)));
        Subject subject = inRealm(() -> comparison.take(job)).get(60, TimeUnit.SECONDS);
        List<Cluster> clusters = inRealm(comparison::clusters);
        assertEquals(2, clusters.size());
        var readings = inRealm(() -> comparison.read(subject, clusters)).get(60, TimeUnit.SECONDS);
        return inRealm(() -> comparison.judge(subject, readings));
    }

    private static ClusterFit of(List<ClusterFit> fits, boolean here) {
        return fits.stream().filter(fit -> fit.here() == here).findFirst().orElseThrow();
    }

    private Plan compiled(CompletableFuture<Result> planned) throws Exception {
        Plan plan = assertInstanceOf(Result.Compiled.class, planned.get(60, TimeUnit.SECONDS))
                .plan();
        assertEquals(List.of(), engine.check(plan).problems(), "a plan that would be refused");
        return plan;
    }

    private String done(Plan plan) {
        String id = engine.submit(plan);
        Await.until(() -> engine.operation(id).map(Operation::toString).orElse(""), () -> engine.operation(id)
                .filter(operation -> operation.state() == OperationState.DONE)
                .isPresent());
        return id;
    }

    private boolean isThere(ClusterId id) throws Exception {
        return connection(id)
                .capability(ObjectReader.class)
                .orElseThrow()
                .read(JOB)
                .isPresent();
    }

    @Test
    void whatWaitsInOneClusterRunsInTheOtherOnceItIsMovedAndBothAreTakenBack() throws Exception {
        settings(first, "a");
        settings(second, "a");
        Job job = waits("example/train:1", "");
        List<ClusterFit> fits = compared(job);
        ClusterFit there = fits.getFirst();
        assertEquals(List.of(false, true), fits.stream().map(ClusterFit::here).toList(), fits::toString);
        assertEquals(Fit.FITS, there.fit(), there::toString);
        assertEquals(List.of(), there.against());
        assertTrue(there.room().startsWith("1 of 4 nodes, 1 more for some of its tasks"), there::toString);
        assertEquals("both tasks on one node", there.distance());
        ClusterFit here = fits.getLast();
        assertEquals(Fit.DOES_NOT_FIT, here.fit(), here::toString);
        assertTrue(here.waits().contains("needs of=second, which no node of lab.yaml has"), here::toString);
        Plan submit =
                compiled(inRealm(() -> submissions.plan(there.cluster(), there.manifest(), new Submission.Free())));
        JobActionPlannerImpl acts = new JobActionPlannerImpl(open, placement, realm, fleet);
        Plan stop = compiled(inRealm(() -> acts.plan(List.of(job), new JobAction.Withdraw())));
        String stopped = done(stop);
        String submitted = done(submit);
        runsInTheSecond();
        assertTrue(inRealm(job::isSuspended));
        engine.undo(submitted);
        Await.until(() -> "it stays there", () -> {
            try {
                return !isThere(second);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        engine.undo(stopped);
        Await.until(() -> "it waits here no more", () -> inRealm(() -> !job.isSuspended()));
    }

    /** What begins to run while its undo is on the way is not ended by that. */
    private void runsInTheSecond() {
        await("its pods run", second, cluster -> cluster.getJobs().stream()
                .anyMatch(one -> one.getName().equals("late")
                        && one.getTasks().stream()
                                        .filter(task -> task.getPhase() == TaskPhase.RUNNING)
                                        .count()
                                == 2));
    }

    private Plan move(Job job) throws Exception {
        settings(first, "a");
        settings(second, "a");
        ClusterFit there = compared(job).getFirst();
        Plan submit =
                compiled(inRealm(() -> submissions.plan(there.cluster(), there.manifest(), new Submission.Free())));
        JobActionPlannerImpl acts = new JobActionPlannerImpl(open, placement, realm, fleet);
        return compiled(inRealm(() -> acts.plan(List.of(job), new JobAction.Withdraw())))
                .then(submit);
    }

    /** Begins a move of a job whose pods end slowly. */
    private String stuck(Job job) throws Exception {
        Plan plan = move(job);
        pods(job, "{\"metadata\":{\"finalizers\":[\"test/slow\"]}}");
        String id = engine.submit(plan);
        await("it is being stopped", first, _ -> job.isSuspended());
        return id;
    }

    private void pods(Job job, String patch) throws Exception {
        for (String pod : inRealm(
                () -> job.getTasks().stream().map(task -> task.getName()).toList())) {
            send(
                    first,
                    new ApiWrite(
                            ApiWrite.Verb.MERGE_PATCH,
                            ObjectRef.pod("team", pod),
                            "",
                            patch,
                            Optional.empty(),
                            Optional.empty(),
                            "finalizers"));
        }
    }

    private void until(String id, OperationState state, String words) {
        Await.until(
                () -> engine.operation(id)
                        .map(it -> it.state() + " " + it.status() + " " + it.outcome())
                        .orElse("none"),
                () -> engine.operation(id)
                        .filter(it -> it.state() == state
                                && (it.status() + it.outcome().orElse("")).matches("(?s).*" + words + ".*"))
                        .isPresent());
    }

    private void quota(int gpus) throws Exception {
        ObjectRef quota = new ObjectRef("", "v1", "resourcequotas", "ResourceQuota", "team", "q");
        create(
                second,
                quota,
                "{\"apiVersion\":\"v1\",\"kind\":\"ResourceQuota\",\"metadata\":{\"name\":\"q\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"hard\":{\"requests.nvidia.com/gpu\":\"" + gpus + "\"}}}");
        Await.until(
                () -> "the quota, with what the pods of api use of it",
                () -> inRealm(() ->
                        SchedulingObjects.of(fleet.cluster(second).orElseThrow())
                                .all(SchedulingObject.ResourceQuota.class)
                                .stream()
                                .anyMatch(it -> it.used().get("requests.nvidia.com/gpu") == 3)));
    }

    @Test
    void aQuotaThatRefusesThePodsStandsAgainstAMoveAndIsSaidByThePlan() throws Exception {
        settings(first, "a");
        settings(second, "a");
        quota(4);
        Job job = waits("example/train:1", "");
        ClusterFit there = of(compared(job), false);
        String why = "quota q of namespace team: 4 GPUs hard, 3 used, asks for 2";
        assertEquals(List.of("Its pods would be refused: " + why + "."), there.against());
        assertEquals(List.of(), of(compared(job), true).against(), "it has no place to lose where it is");
        Plan submit =
                compiled(inRealm(() -> submissions.plan(there.cluster(), there.manifest(), new Submission.Free())));
        assertTrue(
                submit.effects()
                        .contains("The pods of late are refused until the quota has room for them: " + why + "."),
                submit.effects()::toString);
    }

    @Test
    void aQuotaWithRoomStandsAgainstNothing() throws Exception {
        settings(first, "a");
        settings(second, "a");
        quota(5);
        ClusterFit there = of(compared(waits("example/train:1", "")), false);
        assertEquals(List.of(), there.against());
        Plan submit =
                compiled(inRealm(() -> submissions.plan(there.cluster(), there.manifest(), new Submission.Free())));
        assertTrue(submit.effects().stream().noneMatch(effect -> effect.contains("quota")), submit.effects()::toString);
    }

    @Test
    void aMoveThatWasCutInItsFirstHalfIsGoneOnWithUntilTheOtherClusterHasTheJob() throws Exception {
        Job job = waits("example/train:1", "");
        String id = stuck(job);
        engine.close();
        ClusterTarget target = open.target(second).orElseThrow();
        open.close(second);
        pods(job, "{\"metadata\":{\"finalizers\":null}}");
        engine = OperationEngine.in(open, folder.resolve("journal"), Lab.FAST);
        engine.awaitOpen();
        until(id, OperationState.INTERRUPTED, "");
        assertTrue(
                engine.checkRemainder(id, false).problems().toString().matches("\\[Open .* to go on\\.\\]"),
                engine.checkRemainder(id, false).problems()::toString);
        assertTrue(
                engine.remainder(id, false).effects().toString().contains("After that, in "),
                engine.remainder(id, false)::toString);
        engine.resume(id);
        until(id, OperationState.PAUSED, "The job is stopped in .* and not submitted to .*: Open .* to go on");
        open.open(target);
        await("all of it", second, cluster -> cluster.getConnection() == ConnectionState.LIVE);
        engine.resume(id);
        until(id, OperationState.DONE, "");
        assertTrue(isThere(second));
        assertTrue(inRealm(job::isSuspended));
        assertEquals(
                List.of(OperationState.DONE, OperationState.DONE),
                engine.operations().stream().map(Operation::state).toList());
    }

    @Test
    void nothingIsStoppedHereWhereTheOtherClusterDoesNotAnswerAnyMore() throws Exception {
        Job job = waits("example/train:1", "");
        Plan plan = move(job);
        grounds.getLast().close();
        String id = engine.submit(plan);
        until(id, OperationState.FAILED, "Nothing was changed.");
        assertTrue(inRealm(() -> !job.isSuspended()));
    }

    @Test
    void aMoveWhoseOtherHalfFailsIsTriedAgainOrTakenBackHere() throws Exception {
        Job job = waits("example/train:1", "");
        String id = stuck(job);
        create(second, JOB, WAITS.formatted("example/train:1", ""));
        pods(job, "{\"metadata\":{\"finalizers\":null}}");
        until(id, OperationState.PAUSED, "The job is stopped in .* and not submitted to .*");
        engine.resume(id);
        until(id, OperationState.PAUSED, "already exists");
        engine.abort(id);
        until(id, OperationState.ABORTED, "");
        await("it waits here again", first, _ -> !job.isSuspended());
    }

    @Test
    void aJobThatSomebodyResumedHereMeanwhileIsNotSubmittedThereToo() throws Exception {
        Job job = waits("example/train:1", "");
        String id = stuck(job);
        create(second, JOB, WAITS.formatted("example/train:1", ""));
        pods(job, "{\"metadata\":{\"finalizers\":null}}");
        until(id, OperationState.PAUSED, "already exists");
        send(
                first,
                new ApiWrite(
                        ApiWrite.Verb.MERGE_PATCH,
                        JOB,
                        "",
                        "{\"spec\":{\"suspend\":false}}",
                        Optional.empty(),
                        Optional.empty(),
                        "resume"));
        engine.resume(id);
        until(id, OperationState.PAUSED, "already exists");
        send(second, new ApiWrite(ApiWrite.Verb.DELETE, JOB, "", "", Optional.empty(), Optional.empty(), "delete"));
        Await.until(() -> "it is gone there", () -> !read(second, JOB));
        engine.resume(id);
        until(id, OperationState.PAUSED, "Job team/late is not as it was left in ");
        assertTrue(!isThere(second));
    }

    @Test
    void whatItNeedsAndTheOtherClusterDoesNotHaveIsNamed() throws Exception {
        settings(first, "a");
        Job job = waits(
                "registry.tools.svc:5000/train:1",
                ",\"serviceAccountName\":\"trainer\",\"imagePullSecrets\":[{\"name\":\"pull\"}],\"volumes\":["
                        + "{\"name\":\"d\",\"persistentVolumeClaim\":{\"claimName\":\"data\"}},"
                        + "{\"name\":\"h\",\"hostPath\":{\"path\":\"/mnt/fast\"}}]");
        ClusterFit there = of(compared(job), false);
        assertEquals(
                List.of(
                        "ConfigMap team/settings is not there.",
                        "Secret team/pull is not there.",
                        "ServiceAccount team/trainer is not there.",
                        "PersistentVolumeClaim team/data exists only where the job is, with its data.",
                        "Image registry.tools.svc:5000/train:1 comes from a registry that only one cluster can reach."),
                there.against());
        assertEquals(List.of("What is at /mnt/fast on its hosts is not known."), there.notes());
        assertEquals(List.of(), of(compared(job), true).against(), "it is where it is");
    }

    /** A namespace holds nothing that could not be made again; one that is not there is no reason to stay. */
    @Test
    void aNamespaceThatTheOtherClusterDoesNotHaveIsCreatedWithTheJobAndGoesWithItUnlessItIsUsed() throws Exception {
        ObjectRef space = new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh");
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"fresh\"}}";
        create(first, space, json);
        ObjectRef late = AllKinds.job("fresh", "late");
        create(
                first,
                late,
                WAITS.formatted("example/train:1", "")
                        .replace("\"namespace\":\"team\"", "\"namespace\":\"fresh\"")
                        .replaceFirst("\"envFrom\":.*?],", ""));
        await("the job", first, cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals("late")));
        Job job = inRealm(() -> fleet.cluster(first).orElseThrow().getJobs().stream()
                .filter(one -> one.getName().equals("late"))
                .findFirst()
                .orElseThrow());
        ClusterFit there = of(compared(job), false);
        assertEquals(List.of(), there.against());
        assertEquals(Optional.of("fresh"), there.newNamespace());
        Plan submit =
                compiled(inRealm(() -> submissions.plan(there.cluster(), there.manifest(), new Submission.Free())));
        assertEquals(2, submit.steps().size(), submit::toString);
        assertEquals(
                List.of("Namespace fresh", "Job fresh/late"),
                submit.changes().stream().map(ObjectChange::object).toList(),
                "each with its diff");
        String submitted = done(submit);
        assertTrue(read(second, late) && read(second, space));
        runsInTheSecond();
        engine.undo(submitted);
        Await.until(() -> "both are gone", () -> !read(second, late) && !read(second, space));

        Subject subject =
                inRealm(() -> comparison.take(job)).get(60, TimeUnit.SECONDS).into("quiet");
        List<Cluster> other = inRealm(() -> List.of(fleet.cluster(second).orElseThrow()));
        var readings = inRealm(() -> comparison.read(subject, other)).get(60, TimeUnit.SECONDS);
        ClusterFit quiet = inRealm(() -> comparison.judge(subject, readings)).getFirst();
        assertEquals(Optional.empty(), quiet.newNamespace());
        assertEquals("quiet", quiet.manifest().items().getFirst().ref().namespace());
        List<String> names =
                inRealm(() -> comparison.namespaces(other.getFirst())).get(60, TimeUnit.SECONDS);
        assertTrue(names.containsAll(List.of("default", "quiet", "team")), names::toString);
        assertTrue(names.stream().noneMatch(name -> name.startsWith("kube-")), names::toString);
    }

    private boolean read(ClusterId id, ObjectRef ref) {
        try {
            return connection(id)
                    .capability(ObjectReader.class)
                    .orElseThrow()
                    .read(ref)
                    .isPresent();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClusterThatIsNotLiveIsNotLeftOutAndIsSaidNotToBe() throws Exception {
        settings(first, "a");
        Job job = waits("example/train:1", "");
        Subject subject = inRealm(() -> comparison.take(job)).get(60, TimeUnit.SECONDS);
        var asked = inRealm(() -> {
            Cluster silent = fleet.cluster(second).orElseThrow();
            silent.setConnection(ConnectionState.STALE);
            try {
                return comparison.read(subject, comparison.clusters());
            } finally {
                silent.setConnection(ConnectionState.LIVE);
            }
        });
        var readings = asked.get(60, TimeUnit.SECONDS);
        ClusterFit there = of(inRealm(() -> comparison.judge(subject, readings)), false);
        assertEquals(List.of("The cluster is not live now."), there.against());
        assertEquals("", there.room(), "nothing is said of what it would take");
    }

    @Test
    void anotherConfigMapOfItsNameAndAnotherJobOfItsNameStandAgainstIt() throws Exception {
        settings(first, "a");
        settings(second, "b");
        create(second, JOB, WAITS.formatted("example/train:1", "").replace("24h", "20h"));
        Job job = waits("example/train:1", "");
        assertEquals(
                List.of("Job team/late is there already.", "ConfigMap team/settings is different there."),
                of(compared(job), false).against());
    }

    @Test
    void whatMultiKueueDispatchesIsComparedAndStaysWithIt() throws Exception {
        create(
                first,
                JOB,
                WAITS.formatted("example/train:1", "")
                        .replace("\"parallelism\"", "\"managedBy\":\"kueue.x-k8s.io/multikueue\",\"parallelism\""));
        await("the job", first, cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals("late")));
        Job job = inRealm(() -> fleet.cluster(first).orElseThrow().getJobs().stream()
                .filter(one -> one.getName().equals("late"))
                .findFirst()
                .orElseThrow());
        ClusterComparison.Subject subject = inRealm(() -> comparison.take(job)).get(60, TimeUnit.SECONDS);
        assertEquals(
                "MultiKueue decides in which cluster late runs.",
                subject.dispatch().orElseThrow().why());
        List<ClusterFit> fits = compared(job);
        assertEquals(2, fits.size(), "it is compared all the same");
        assertEquals(
                List.of("MultiKueue decides in which cluster late runs."),
                of(fits, true).notes());
    }
}
