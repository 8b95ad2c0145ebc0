// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.internal.json.QuantityReader;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Data;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.HostPort;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

class PodDecoderTest {
    private final PodDecoder decoder = new PodDecoder(new TaskSpecs(), AllKinds.WORKLOADS);

    private Change.PodSeen decode(String json) throws IOException {
        return (Change.PodSeen) seen(json).changes().getFirst();
    }

    private ObservedObject seen(String json) throws IOException {
        return decoder.decode(JsonInput.of(json));
    }

    private Change.PodSeen pod(String spec, String status) throws IOException {
        return decode("{\"metadata\":{\"name\":\"p\",\"namespace\":\"n\",\"uid\":\"u\"},\"spec\":" + spec
                + ",\"status\":" + status + "}");
    }

    @Test
    void whenItsSchedulerSaidWhyAPodHasNoNodeIsTheTimeOfItsEntryInManagedFields() throws IOException {
        String managers = "{\"metadata\":{\"name\":\"p\",\"managedFields\":["
                + "{\"manager\":\"kubectl\",\"time\":\"2026-01-01T00:00:00Z\",\"fieldsV1\":{\"f:spec\":{}}},"
                + "{\"manager\":\"kube-scheduler\",\"operation\":\"Update\",\"time\":\"2026-01-01T00:03:00Z\","
                + "\"fieldsV1\":{\"f:status\":{}},\"subresource\":\"status\"}]},";
        assertEquals(
                Instant.parse("2026-01-01T00:03:00Z"),
                decode(managers + "\"spec\":{},\"status\":{\"phase\":\"Pending\"}}")
                        .refused());
        assertNull(decode(managers + "\"spec\":{\"nodeName\":\"n\"},\"status\":{\"phase\":\"Running\"}}")
                .refused());
    }

    @Test
    void everyFieldThatIsReadIsReadRight() throws IOException {
        Change.PodSeen pod = decode(Data.fixture(PodDecoderTest.class, "pod-full.json"));
        assertEquals("train-3", pod.name());
        assertEquals("research", pod.namespace());
        assertEquals("pod-uid", pod.uid());
        assertEquals(Labels.of("app", "train", "batch.kubernetes.io/job-completion-index", "3"), pod.labels());
        assertEquals(
                Optional.of(new ControllerRef(
                        "batch/v1", "Job", "train", "job-uid", AllKinds.WORKLOADS.work("batch/v1", "Job"))),
                pod.controller());
        assertEquals("gpu-1", pod.nodeName());
        assertEquals(TaskPhase.RUNNING, pod.phase());
        assertEquals("CrashLoopBackOff", pod.reason());
        assertEquals("back-off 5m0s restarting failed container=main", pod.message());
        assertEquals(3, pod.restarts());
        assertTrue(pod.ready());
        assertFalse(pod.mirror());
        assertEquals(Instant.parse("2026-03-01T10:00:00Z"), pod.created());
        assertEquals(Instant.parse("2026-03-01T10:00:05Z"), pod.started());
        assertEquals(List.of("GPU-1", "GPU-2"), pod.deviceIds().all());
        assertEquals(OptionalInt.of(3), pod.rank());
        TaskSpec spec = pod.spec();
        assertEquals("volcano", spec.schedulerName());
        assertEquals(OptionalInt.of(1000), spec.priority());
        assertEquals(Optional.of("gang-1"), spec.podGroup());
        assertEquals(OptionalLong.of(45), spec.graceSeconds());
        assertTrue(spec.emptyDir());
        assertTrue(spec.hostNetwork());
        assertEquals(List.of(HostPort.of(8080)), spec.hostPorts());
        assertEquals(List.of("data"), spec.volumeClaims());
        assertEquals(List.of("<pod>-gpu/eight-gpus"), spec.resourceClaims());
        assertEquals(Labels.of("pool", "h100"), spec.nodeSelector());
        assertEquals(new Toleration("a", "Equal", "b", ""), spec.tolerations().get(1));
        assertEquals("zone", spec.requiredNodes().getFirst().labels().getFirst().key());
        assertEquals(
                "metadata.name",
                spec.requiredNodes().getFirst().fields().getFirst().key());
        assertEquals(7, spec.preferredNodes().getFirst().weight());
        assertEquals(List.of("x"), spec.podAntiAffinity().getFirst().namespaces());
        assertTrue(spec.spreads().getFirst().hard());
    }

    @Test
    void requestsFollowTheRuleOfTheScheduler() throws IOException {
        Resources requests = decode(Data.fixture(PodDecoderTest.class, "pod-full.json"))
                .spec()
                .requests();
        // max(main 4 + log 1 + sidecar 1, fetch 10 + sidecar 1) + overhead 0.25
        assertEquals(11_250, requests.get("cpu"));
        // max(0.5 Gi, fetch 1 Gi): the limit of 2 Gi is no request, as there is one
        assertEquals(1L << 30, requests.get("memory"));
        // a limit without a request is one
        assertEquals(8, requests.get("nvidia.com/gpu"));
    }

    @Test
    void requestsOfThePodAsAWholeStandInPlaceOfTheSum() throws IOException {
        Change.PodSeen pod = pod("""
            {"resources":{"requests":{"cpu":"3","example.com/x":"9"}},
             "containers":[{"resources":{"requests":{"cpu":"1","memory":"1Mi"}}}]}\
            """, "{}");
        assertEquals(
                Map.of("cpu", 3000L, "memory", 1L << 20), pod.spec().requests().toMap());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schedulingGates\":[{\"name\":\"g\"}]}|{\"phase\":\"Pending\"}|GATED|SchedulingGated",
                "{}|{\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"status\":\"False\",\"reason\":\"Unschedulable\"}]}|PENDING|Unschedulable",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Pending\",\"containerStatuses\":[{\"state\":{\"waiting\":{\"reason\":\"ImagePullBackOff\"}}}]}|STARTING|ImagePullBackOff",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Running\"}|RUNNING|``",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Running\",\"containerStatuses\":[{\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}}}]}|STARTING|CrashLoopBackOff",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Running\",\"containerStatuses\":[{\"state\":{\"running\":{}}},{\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}}}]}|RUNNING|CrashLoopBackOff",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Running\",\"initContainerStatuses\":[{\"state\":{\"running\":{}}}],\"containerStatuses\":[{\"state\":{\"terminated\":{\"reason\":\"Error\"}}}]}|STARTING|Error",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Failed\",\"reason\":\"Evicted\"}|FAILED|Evicted",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Failed\",\"containerStatuses\":[{\"state\":{\"terminated\":{\"reason\":\"OOMKilled\"}}}]}|FAILED|OOMKilled",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Succeeded\"}|SUCCEEDED|``",
                "{\"nodeName\":\"n\"}|{\"phase\":\"Unknown\",\"reason\":\"NodeLost\"}|UNKNOWN|NodeLost",
                "{}|{}|PENDING|``",
            })
    void thePhaseIsTheOneAnOperatorSpeaksOf(String spec, String status, TaskPhase phase, String reason)
            throws IOException {
        Change.PodSeen pod = pod(spec, status);
        assertEquals(phase, pod.phase());
        assertEquals(reason, pod.reason());
    }

    @Test
    void aContainerThatRunsAgainAfterItWasHeldBackSaysSinceWhen() throws IOException {
        String held = "{\"restartCount\":%d,\"state\":{\"running\":{\"startedAt\":\"2026-01-01T01:00:00Z\"}},"
                + "\"lastState\":{\"terminated\":{\"exitCode\":1,\"startedAt\":\"2026-01-01T00:00:00Z\","
                + "\"finishedAt\":\"2026-01-01T00:%s:00Z\"}}}";
        String steady = "{\"restartCount\":0,\"state\":{\"running\":{\"startedAt\":\"2026-01-01T00:00:00Z\"}}}";
        assertEquals(Instant.parse("2026-01-01T01:00:00Z"), again(held.formatted(2, "09")));
        assertNull(again(held.formatted(1, "09")), "after its first end it is started at once");
        assertNull(again(held.formatted(2, "11")), "it had run long enough");
        assertNull(again(held.formatted(2, "09") + "," + steady), "another one runs on");
        assertNull(again(steady));
        assertNull(again("{\"restartCount\":3,\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}}}"));
    }

    @Test
    void whenAContainerLastEndedInFailureIsReadFromWhatItIsAndFromWhatItWas() throws IOException {
        String ended = "{\"terminated\":{\"exitCode\":%d,\"finishedAt\":\"2026-01-01T0%d:00:00Z\"}}";
        String state = "{\"state\":" + ended + "}";
        String before = "{\"state\":{\"running\":{}},\"lastState\":" + ended + "}";
        assertEquals(Instant.parse("2026-01-01T01:00:00Z"), failed(state.formatted(1, 1)));
        assertEquals(Instant.parse("2026-01-01T02:00:00Z"), failed(before.formatted(137, 2)));
        assertEquals(
                Instant.parse("2026-01-01T03:00:00Z"),
                failed(before.formatted(1, 3) + "," + state.formatted(1, 1)),
                "the last of them");
        assertNull(failed(state.formatted(0, 1) + "," + before.formatted(0, 2)), "they ended well");
        assertNull(failed("{\"state\":{\"running\":{}}}"), "of the pod before");
    }

    private @Nullable Instant failed(String containers) throws IOException {
        return pod("{\"nodeName\":\"n\"}", "{\"phase\":\"Running\",\"containerStatuses\":[" + containers + "]}")
                .failed();
    }

    private @Nullable Instant again(String containers) throws IOException {
        return pod("{\"nodeName\":\"n\"}", "{\"phase\":\"Running\",\"containerStatuses\":[" + containers + "]}")
                .again();
    }

    @Test
    void aPodBeingDeletedIsTerminatingUntilItEnds() throws IOException {
        String json =
                "{\"metadata\":{\"name\":\"p\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"},\"status\":{\"phase\":\"%s\"}}";
        assertEquals(TaskPhase.TERMINATING, decode(json.formatted("Running")).phase());
        assertEquals(TaskPhase.FAILED, decode(json.formatted("Failed")).phase());
        assertNotNull(decode(json.formatted("Running")).deletion());
    }

    @Test
    void aVolumeOfThePodsOwnIsAClaimByItsNameWhereverTheNameStands() throws IOException {
        String volumes = "{\"volumes\":[{\"name\":\"kube-api-access-x\",\"projected\":{}},"
                + "{\"name\":\"scratch\",\"ephemeral\":{\"volumeClaimTemplate\":{\"spec\":{}}}},"
                + "{\"ephemeral\":{},\"name\":\"cache.1\"},{\"name\":\"data\",\"persistentVolumeClaim\":{\"claimName\":\"d\"}},"
                + "{\"name\":\"tmp\",\"emptyDir\":{}}]}";
        TaskSpec spec = pod(volumes, "{}").spec();
        assertEquals(List.of(TaskSpec.OWN + "scratch", TaskSpec.OWN + "cache.1", "d"), spec.volumeClaims());
        assertTrue(spec.emptyDir());
    }

    @Test
    void podsOfOneTemplateShareOneSpecWhateverElseDiffers() throws IOException {
        String pod = "{\"spec\":{\"nodeName\":\"%s\",\"volumes\":[{\"name\":\"kube-api-access-%s\",\"projected\":{}}],"
                + "\"containers\":[{\"name\":\"%s\",\"resources\":{\"requests\":{\"cpu\":\"1\"}}}]},\"metadata\":{\"name\":\"p\"}}";
        TaskSpec first = decode(pod.formatted("n1", "abc", "c")).spec();
        assertSame(first, decode(pod.formatted("n2", "xyz", "d")).spec());
        // equal though written otherwise
        assertSame(
                first,
                decode("{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"resources\":{"
                                + " \"requests\" : {\"cpu\":1} }}]}}")
                        .spec());
    }

    @ParameterizedTest
    @CsvSource({
        "StatefulSet, web-7, '', 7",
        "ReplicaSet, web-7, '', -1",
        "LeaderWorkerSet, x, leaderworkerset.sigs.k8s.io/worker-index, 4",
        "PyTorchJob, x, training.kubeflow.org/replica-index, 4",
        "Job, x, batch.kubernetes.io/job-completion-index, 4",
    })
    void theRankIsWhereItsControllerWritesIt(String kind, String name, String label, int rank) throws IOException {
        Change.PodSeen pod = decode("{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{\"" + label
                + "\":\"4\"},\"ownerReferences\":[{\"kind\":\"" + kind + "\",\"controller\":true}]}}");
        assertEquals(rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank), pod.rank());
    }

    @Test
    void aStaticPodsMirrorIsKnown() throws IOException {
        assertTrue(decode("{\"metadata\":{\"name\":\"p\",\"annotations\":{\"kubernetes.io/config.mirror\":\"x\"}}}")
                .mirror());
    }

    @Test
    void nullListsAndNumbersInPlaceOfObjectsCostOnlyThemselves() throws IOException {
        Change.PodSeen pod = decode("""
            {"metadata":{"name":"p","labels":null,"annotations":5,"ownerReferences":null},
             "spec":{"containers":null,"volumes":[null,{"emptyDir":{}}],"tolerations":null,"nodeSelector":"x"},
             "status":{"containerStatuses":[null,{"restartCount":"x","state":null}],"conditions":{},"phase":"Running"}}\
            """);
        assertTrue(pod.spec().emptyDir());
        assertEquals(0, pod.restarts());
        assertEquals(TaskPhase.RUNNING, pod.phase());
    }

    @Test
    void aStatusInThePlaceOfAPodIsAFailure() throws IOException {
        ObservedObject seen = seen("{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\",\"message\":\"too old\"}");
        assertEquals(new ObservedObject.Failure(410, "Expired", "too old"), seen.failure());
    }

    @Test
    void nothingOfOnePodLeaksIntoTheNext() throws IOException {
        decode(Data.fixture(PodDecoderTest.class, "pod-full.json"));
        Change.PodSeen pod = decode("{\"metadata\":{\"name\":\"bare\"}}");
        assertEquals("", pod.namespace());
        assertEquals(Labels.none(), pod.labels());
        assertEquals(Optional.empty(), pod.controller());
        assertEquals("", pod.nodeName());
        assertEquals(0, pod.restarts());
        assertEquals(DeviceIds.none(), pod.deviceIds());
        assertEquals(TaskSpec.of(Resources.none()), pod.spec());
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 1, 1000", "cpu, 100m, 100", "cpu, 0.1, 100", "cpu, 1e3, 1000000", "cpu, 1n, 1",
        "memory, 1Ki, 1024", "memory, 0.5Gi, 536870912", "memory, 1e3, 1000", "memory, 100m, 1",
                "memory, 1E, 1000000000000000000",
        "memory, 128974848, 128974848", "memory, 16Ei, 9223372036854775807", "x, -5, -5",
                "x, 1e999999999, 9223372036854775807",
    })
    void quantitiesAreWholeNumbersInTheUnitOfTheirResource(String resource, String text, long amount) {
        assertEquals(OptionalLong.of(amount), QuantityReader.amount(resource, text));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "1.2.3", "1Zi", "Gi", "--1"})
    void whatIsNoQuantityIsAbsent(String text) {
        assertEquals(OptionalLong.empty(), QuantityReader.amount("memory", text));
    }
}
