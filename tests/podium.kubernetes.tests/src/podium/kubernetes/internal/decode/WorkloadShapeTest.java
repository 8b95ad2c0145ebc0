// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.fleet.Holdings;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.Truth;
import podium.model.value.TaskGroup;

/** What each kind of workload asks for, read from an object of that kind. */
class WorkloadShapeTest {
    private final Kind.Shared shared = new Kind.Shared();

    private Change.WorkloadSeen read(String resource, String json) {
        return (Change.WorkloadSeen)
                Truth.decode(Truth.kind(resource), shared, json).changes().getFirst();
    }

    private Change.WorkloadSeen file(String resource, String file) {
        return read(resource, Data.fixture(WorkloadShapeTest.class, "objects/" + file + ".json"));
    }

    /** Minimum -1: no gang. */
    @ParameterizedTest
    @CsvSource({
        "jobset,jobsets.jobset.x-k8s.io,9,9,true",
        "trainjob,trainjobs.trainer.kubeflow.org,4,4,false",
        "pytorchjob,pytorchjobs.kubeflow.org,8,3,true",
        "tfjob,tfjobs.kubeflow.org,5,5,false",
        "mpijob,mpijobs.kubeflow.org,3,3,false",
        "raycluster,rayclusters.ray.io,10,-1,true",
        "rayjob,rayjobs.ray.io,1,-1,false",
        "rayservice,rayservices.ray.io,4,-1,false",
        "leaderworkerset,leaderworkersets.leaderworkerset.x-k8s.io,6,2,false",
        "volcanojob,jobs.batch.volcano.sh,5,3,false",
        "inferenceservice,inferenceservices.serving.kserve.io,2,-1,false",
        "llminferenceservice,llminferenceservices.serving.kserve.io,7,-1,false",
        "workflow,workflows.argoproj.io,0,-1,true",
        "experiment,experiments.kubeflow.org,6,-1,false",
        "notebook,notebooks.kubeflow.org,1,-1,false",
        "daemonset,daemonsets.apps,12,-1,false",
        "statefulset,statefulsets.apps,1,-1,false",
        "appwrapper,appwrappers.workload.codeflare.dev,7,7,true",
    })
    void eachKindSaysHowManyPodsItWantsAndHowManyMustStandTogether(
            String file, String resource, int wanted, int minimum, boolean suspended) {
        Change.WorkloadSeen seen = file(resource, file);
        assertEquals(wanted, seen.wanted());
        assertEquals(minimum < 0 ? OptionalInt.empty() : OptionalInt.of(minimum), seen.minimum());
        assertEquals(suspended, seen.suspended());
        assertFalse(seen.uid().isEmpty());
    }

    /** JobSet and Volcano count how often all of it was started anew. */
    @ParameterizedTest
    @CsvSource({"jobsets.jobset.x-k8s.io,restarts", "jobs.batch.volcano.sh,retryCount"})
    void howOftenAllOfItWasStartedAnewIsReadWhereItsKindCountsIt(String resource, String field) {
        String object = "{\"metadata\":{\"name\":\"a\",\"uid\":\"u\"},\"spec\":{},\"status\":{\"%s\":2}}";
        assertEquals(2, read(resource, object.formatted(field)).restarts());
        assertEquals(0, read(resource, object.formatted("other")).restarts());
    }

    /** Of several groups the template of that which asks for most GPUs counts: it is the hardest to place. */
    @ParameterizedTest
    @CsvSource({
        "jobset,jobsets.jobset.x-k8s.io,nvidia.com/gpu,8",
        "trainjob,trainjobs.trainer.kubeflow.org,nvidia.com/gpu,4",
        "pytorchjob,pytorchjobs.kubeflow.org,nvidia.com/gpu,8",
        "tfjob,tfjobs.kubeflow.org,nvidia.com/gpu,2",
        "mpijob,mpijobs.kubeflow.org,nvidia.com/gpu,8",
        "raycluster,rayclusters.ray.io,google.com/tpu,4",
        "rayjob,rayjobs.ray.io,nvidia.com/gpu,1",
        "rayservice,rayservices.ray.io,nvidia.com/gpu,1",
        "leaderworkerset,leaderworkersets.leaderworkerset.x-k8s.io,nvidia.com/gpu,8",
        "volcanojob,jobs.batch.volcano.sh,nvidia.com/gpu,2",
        "llminferenceservice,llminferenceservices.serving.kserve.io,nvidia.com/gpu,4",
        "notebook,notebooks.kubeflow.org,nvidia.com/gpu,1",
        "appwrapper,appwrappers.workload.codeflare.dev,nvidia.com/gpu,8",
    })
    void theTemplateIsThatOfTheGroupThatAsksForMost(String file, String resource, String name, long amount) {
        assertEquals(
                amount, file(resource, file).template().orElseThrow().requests().get(name));
    }

    /** Of each: name, tasks and GPUs or TPUs, and the label by which its pods are told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jobset       | jobsets.jobset.x-k8s.io          | leader 1x0, workers 8x8 | jobset.sigs.k8s.io/replicatedjob-name
        raycluster   | rayclusters.ray.io               | tpu 8x4, elastic 1x0, headgroup 1x0 | ray.io/group
        mpijob       | mpijobs.kubeflow.org             | Launcher 1x0, Worker 2x8 | training.kubeflow.org/job-role
        volcanojob   | jobs.batch.volcano.sh            | master 1x0, worker 4x2 | volcano.sh/task-spec
        """)
    void groupsOfUnlikePodsKeepTheirOwnTemplateAndCount(String file, String resource, String groups, String label) {
        List<TaskGroup> found = file(resource, file).groups();
        assertEquals(
                groups,
                found.stream()
                        .map(group -> group.name() + " " + group.tasks() + "x" + Holdings.asked(group.spec()))
                        .collect(Collectors.joining(", ")));
        assertTrue(found.stream().allMatch(group -> group.marks().has(label)));
    }

    @Test
    void theLeaderOfALeaderWorkerSetIsAGroupOfItsOwnAlsoWhereItAsksForMore() {
        String pod = "{\"spec\":{\"containers\":[{\"resources\":{\"limits\":{\"nvidia.com/gpu\":\"%d\"}}}]}}";
        Change.WorkloadSeen set = read(
                "leaderworkersets.leaderworkerset.x-k8s.io",
                "{\"metadata\":{\"name\":\"s\"},\"spec\":{\"replicas\":2,\"leaderWorkerTemplate\":{\"size\":4,"
                        + "\"leaderTemplate\":" + pod.formatted(8) + ",\"workerTemplate\":" + pod.formatted(2) + "}}}");
        assertEquals(8, set.wanted());
        assertEquals(
                List.of("leader 2x8", "worker 6x2"),
                set.groups().stream()
                        .map(group -> group.name() + " " + group.tasks() + "x" + Holdings.asked(group.spec()))
                        .toList());
        assertEquals(8, Holdings.asked(set.template().orElseThrow()));
    }

    /** In the likeness of the samples of a split service, which say how many decode and leave the one for prefill to the default. */
    @Test
    void aSplitServiceHasOnePodForPrefillWhereItDoesNotSayHowMany() {
        String pod = "{\"containers\":[{\"name\":\"main\",\"resources\":{\"limits\":{\"nvidia.com/gpu\":\"1\"}}}]}";
        String split = "{\"metadata\":{\"name\":\"m\"},\"spec\":{\"replicas\":2,\"template\":" + pod + "%s}}";
        assertEquals(
                3,
                read(
                                "llminferenceservices.serving.kserve.io",
                                split.formatted(",\"prefill\":{\"template\":" + pod + "}"))
                        .wanted());
        assertEquals(
                2,
                read("llminferenceservices.serving.kserve.io", split.formatted(""))
                        .wanted());
    }

    @Test
    void anInferenceServiceAsksForWhatItsServerDoes() {
        Change.WorkloadSeen service = file("inferenceservices.serving.kserve.io", "inferenceservice");
        assertEquals(1, Holdings.asked(service.template().orElseThrow()));
        Change.WorkloadSeen spread = read("inferenceservices.serving.kserve.io", """
            {"metadata":{"name":"x"},"spec":{"predictor":{"model":{"resources":{"limits":{"nvidia.com/gpu":"8"}}},
            "workerSpec":{"pipelineParallelSize":3,"containers":[{"resources":{"limits":{"nvidia.com/gpu":"4"}}}]}}}}\
            """);
        assertEquals(3, spread.wanted());
        assertEquals(
                List.of(1, 2), spread.groups().stream().map(TaskGroup::tasks).toList());
    }

    @Test
    void anExperimentAsksForTheTrialsThatRunAtOnce() {
        String experiment = """
            {"metadata":{"name":"x"},"spec":{"parallelTrialCount":3,"maxTrialCount":12,"trialTemplate":{"trialSpec":{
            "apiVersion":"kubeflow.org/v1","kind":"PyTorchJob","spec":{"pytorchReplicaSpecs":{
            "Master":{"template":{"spec":{"containers":[{}]}}},
            "Worker":{"replicas":2,"template":{"spec":{"containers":[{"resources":{"limits":{"nvidia.com/gpu":4}}}]}}}}}}}},
            "status":{"trialsSucceeded":%d,"trialsFailed":1}}\
            """;
        Change.WorkloadSeen early = read("experiments.kubeflow.org", experiment.formatted(0));
        assertEquals(9, early.wanted());
        assertEquals(4, Holdings.asked(early.template().orElseThrow()));
        assertEquals(
                List.of(3, 6), early.groups().stream().map(TaskGroup::tasks).toList());
        assertEquals(
                3, read("experiments.kubeflow.org", experiment.formatted(10)).wanted(), "one trial is left");
    }

    @Test
    void aNotebookThatWasStoppedIsSuspended() {
        String notebook = """
            {"metadata":{"name":"x","annotations":{%s}},"spec":{"template":{"spec":{"containers":[{}]}}}}\
            """;
        assertFalse(read("notebooks.kubeflow.org", notebook.formatted("")).suspended());
        assertTrue(read(
                        "notebooks.kubeflow.org",
                        notebook.formatted("\"kubeflow-resource-stopped\":\"2026-01-01T00:00:00Z\""))
                .suspended());
    }

    @Test
    void oneGpuWorkerBesideAHeadSpeaksForItsCluster() {
        Change.WorkloadSeen ray = read("rayclusters.ray.io", """
            {"metadata":{"name":"x"},"spec":{"headGroupSpec":{"template":{"spec":{"containers":[{"resources":{"requests":{"cpu":"2"}}}]}}},
            "workerGroupSpecs":[{"groupName":"a","replicas":9,"maxReplicas":1,"template":{"spec":{"containers":[{"resources":{"limits":{"nvidia.com/gpu":"4"}}}]}}},
            {"groupName":"off","suspend":true,"replicas":3,"template":{"spec":{}}}]}}\
            """);
        assertEquals(2, ray.wanted(), "no more than maxReplicas, none of a suspended group");
        assertEquals(4, Holdings.asked(ray.template().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "workflow,workflows.argoproj.io",
        "experiment,experiments.kubeflow.org",
    })
    void aKindWhosePodsHaveManyShapesHasNoTemplate(String file, String resource) {
        assertTrue(file(resource, file).template().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "jobset,jobsets.jobset.x-k8s.io,team-a",
        "pytorchjob,pytorchjobs.kubeflow.org,gold",
        "volcanojob,jobs.batch.volcano.sh,hpc-queue",
        "appwrapper,appwrappers.workload.codeflare.dev,dept",
        "notebook,notebooks.kubeflow.org,''",
    })
    void theQueueIsTheLabelsElseTheAnnotationsElseTheSpecs(String file, String resource, String queue) {
        assertEquals(queue, file(resource, file).queueName());
    }

    @Test
    void thePriorityClassIsKueuesElseTheSpecsElseTheTemplates() {
        assertEquals("high", file("jobsets.jobset.x-k8s.io", "jobset").priorityClass());
        assertEquals("urgent", file("jobs.batch.volcano.sh", "volcanojob").priorityClass());
        assertEquals("fast", read("jobs.batch", """
            {"metadata":{"name":"x","labels":{"kueue.x-k8s.io/priority-class":"fast"}},
            "spec":{"priorityClassName":"slow","template":{"spec":{"priorityClassName":"slower"}}}}\
            """).priorityClass());
    }

    @Test
    void aKindWithoutASpecIsReadAsItsDefault() {
        Change.WorkloadSeen job = read("jobs.batch", "{\"metadata\":{\"name\":\"x\"}}");
        assertEquals(1, job.wanted());
        assertEquals(OptionalInt.empty(), job.minimum());
        assertEquals(
                0,
                read("jobsets.jobset.x-k8s.io", "{\"metadata\":{\"name\":\"x\"}}")
                        .wanted());
        assertEquals(
                1,
                read("rayclusters.ray.io", "{\"metadata\":{\"name\":\"x\"},\"spec\":[]}")
                        .wanted(),
                "the head");
    }

    @Test
    void kueuesAnnotationLowersTheMinimumOfAJob() {
        Change.WorkloadSeen job = read("jobs.batch", """
            {"metadata":{"name":"x","annotations":{"kueue.x-k8s.io/job-min-parallelism":"2"}},
            "spec":{"parallelism":8,"completions":8,"completionMode":"Indexed",
            "template":{"spec":{"subdomain":"x"}}}}\
            """);
        assertEquals(OptionalInt.of(2), job.minimum());
        assertEquals(8, job.wanted());
    }

    @Test
    void anIndexedJobIsAGangOnlyWhereItsPodsFindEachOther() {
        String indexed = """
            {"metadata":{"name":"x"},"spec":{"parallelism":8,"completions":8,"completionMode":"Indexed",
            "template":{"spec":{%s}}}}\
            """;
        assertEquals(
                OptionalInt.empty(), read("jobs.batch", indexed.formatted("")).minimum());
        assertEquals(
                OptionalInt.of(8),
                read("jobs.batch", indexed.formatted("\"subdomain\":\"x\"")).minimum());
        assertEquals(
                OptionalInt.empty(), read("jobs.batch", """
                    {"metadata":{"name":"x","annotations":{"kueue.x-k8s.io/job-min-parallelism":"2"}},
                    "spec":{"parallelism":8,"completions":8}}\
                    """).minimum(), "Kueue may admit fewer, which makes no gang");
    }

    @Test
    void noOtherKindOfEqualPodsIsAGangByItsNumberAlone() {
        for (String kind : new String[] {"statefulsets.apps", "replicasets.apps", "deployments.apps"}) {
            assertEquals(
                    OptionalInt.empty(),
                    read(kind, "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"replicas\":8}}")
                            .minimum(),
                    kind);
        }
    }

    @Test
    void anIndexedJobWithMoreIndexesThanItRunsAtOnceIsNoGang() {
        assertEquals(OptionalInt.empty(), read("jobs.batch", """
            {"metadata":{"name":"x"},"spec":{"parallelism":4,"completions":100,"completionMode":"Indexed"}}\
            """).minimum());
        assertEquals(OptionalInt.empty(), read("jobs.batch", """
            {"metadata":{"name":"x"},"spec":{"parallelism":1,"completions":1,"completionMode":"Indexed"}}\
            """).minimum());
    }

    @Test
    void absurdCountsStayWithinTheRange() {
        assertEquals(Integer.MAX_VALUE, read("jobsets.jobset.x-k8s.io", """
            {"metadata":{"name":"x"},"spec":{"replicatedJobs":[{"replicas":2000000000,
            "template":{"spec":{"parallelism":2000000000}}},{"replicas":5}]}}\
            """).wanted());
        assertEquals(
                Integer.MAX_VALUE,
                read("leaderworkersets.leaderworkerset.x-k8s.io", """
                    {"metadata":{"name":"x"},"spec":{"replicas":70000,"leaderWorkerTemplate":{"size":70000}}}\
                    """).wanted());
        assertEquals(Integer.MAX_VALUE, read("rayclusters.ray.io", """
            {"metadata":{"name":"x"},"spec":{"workerGroupSpecs":[{"replicas":70000,"numOfHosts":70000}]}}\
            """).wanted());
    }

    @Test
    void aWorkflowToldOnlyByItsStatusHasItsTimes() {
        Change.WorkloadSeen flow = file("workflows.argoproj.io", "workflow");
        assertEquals(Instant.parse("2026-02-01T08:00:00Z"), flow.started());
        assertEquals(Instant.parse("2026-02-01T09:30:00Z"), flow.finished());
        assertEquals("suspended", flow.reason());
    }

    @Test
    void aConditionWithoutAMessageSpeaksByItsReason() {
        assertEquals(
                "RevisionFailed",
                file("inferenceservices.serving.kserve.io", "inferenceservice").reason());
    }

    @Test
    void troubleIsToldBeforeSuspensionAndSuspensionBeforeAWait() {
        String object = """
            {"metadata":{"name":"x"},"spec":{"suspend":%s},"status":{"message":"in short","conditions":[
            {"type":"Failed","status":"%s","message":"too often"},{"type":"PodsReady","status":"%s","message":"2 of 4"}]}}\
            """;
        assertEquals(
                "too often",
                read("jobs.batch", object.formatted(true, "True", "False")).reason());
        assertEquals(
                "suspended",
                read("jobs.batch", object.formatted(true, "False", "False")).reason());
        assertEquals(
                "2 of 4",
                read("jobs.batch", object.formatted(false, "False", "False")).reason());
        assertEquals(
                "in short",
                read("jobs.batch", object.formatted(false, "False", "True")).reason());
    }

    /** As its manager writes them: "All replicas are ready" was why it waits. */
    @Test
    void aConditionOfALeaderWorkerSetThatDoesNotHoldIsNotWhyItWaits() {
        String object = """
            {"metadata":{"name":"s"},"spec":{"replicas":1},"status":{"conditions":[
            {"type":"Available","status":"%s","reason":"AllGroupsReady","message":"All replicas are ready"},
            {"type":"Progressing","status":"%s","reason":"GroupsProgressing","message":"Replicas are progressing"}]}}\
            """;
        String kind = "leaderworkersets.leaderworkerset.x-k8s.io";
        assertEquals("", read(kind, object.formatted("False", "True")).reason());
        assertEquals("", read(kind, object.formatted("True", "False")).reason());
    }

    /** As its manager writes it: its row and Fails say so. */
    @Test
    void aJobSetThatItsFailurePolicyEndsSaysWhy() {
        String object = """
            {"metadata":{"name":"s"},"spec":{},"status":{"restarts":3,"terminalState":"Failed","conditions":[
            {"type":"Failed","status":"True","reason":"ReachedMaxRestarts","message":"jobset failed due to reaching max number \
            of restarts (first failed job: s-workers-0)"}]}}\
            """;
        Change.WorkloadSeen set = read("jobsets.jobset.x-k8s.io", object);
        assertEquals(
                "jobset failed due to reaching max number of restarts (first failed job: s-workers-0)", set.reason());
        assertEquals(3, set.restarts());
    }

    @Test
    void theApiVersionIsTheObjectsElseTheKindsFirst() {
        assertEquals(
                "jobset.x-k8s.io/v1alpha2",
                file("jobsets.jobset.x-k8s.io", "jobset").apiVersion());
        assertEquals(
                "batch/v1",
                read("jobs.batch", "{\"metadata\":{\"name\":\"x\"}}").apiVersion());
    }

    @Test
    void theFinishOfAJobIsItsCompletionElseItsLastTransition() {
        String object = """
            {"metadata":{"name":"x"},"status":{%s"conditions":[
            {"type":"Complete","status":"True","lastTransitionTime":"2026-01-01T02:00:00Z"}]}}\
            """;
        assertEquals(
                Instant.parse("2026-01-01T01:00:00Z"),
                read("jobs.batch", object.formatted("\"completionTime\":\"2026-01-01T01:00:00Z\","))
                        .finished());
        assertEquals(
                Instant.parse("2026-01-01T02:00:00Z"),
                read("jobs.batch", object.formatted("")).finished());
    }
}
