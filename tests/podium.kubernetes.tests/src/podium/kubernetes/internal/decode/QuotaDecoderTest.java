// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ObjectRef;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.Truth;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.QuotaTerms;
import podium.model.value.Requirement;
import podium.model.value.Resources;

/** What queues and quotas limit, as their objects say it. */
class QuotaDecoderTest {
    private static final String GPU = "nvidia.com/gpu";

    private static <T extends SchedulingObject> T read(
            Class<T> fact, Function<JsonTree, List<Change>> meaning, String json) {
        return meaning.apply(Data.tree(json)).stream()
                .filter(Change.FactSeen.class::isInstance)
                .map(change -> fact.cast(((Change.FactSeen) change).fact()))
                .findFirst()
                .orElseThrow();
    }

    private static String file(String name) {
        return Data.fixture(QuotaDecoderTest.class, "objects/" + name + ".json");
    }

    @Test
    void aClusterQueueIsReadFlavorByFlavor() {
        SchedulingObject.ClusterQueue queue =
                read(SchedulingObject.ClusterQueue.class, QueueDecoder::clusterQueue, file("clusterqueue"));
        assertEquals("cq", queue.name());
        assertEquals("all", queue.cohort());
        assertEquals(List.of(List.of(GPU, "cpu"), List.of("memory")), queue.covered());
        assertEquals(4, queue.quotas().size());
        assertEquals(
                new SchedulingObject.Granted("h100", GPU, 64, OptionalLong.empty(), OptionalLong.empty()),
                queue.quotas().getFirst());
        assertEquals(40, queue.used().get("h100").get(GPU), "what is reserved nobody else can have");
        assertEquals(8, queue.used().get("a100").get(GPU));
        assertEquals("", queue.stopped());
        assertEquals(LabelSelector.NOTHING, queue.namespaces(), "no selector takes no namespace");
    }

    @Test
    void limitsOfBorrowingAndLendingAndTheSelectorOfNamespacesAreRead() {
        SchedulingObject.ClusterQueue queue =
                read(SchedulingObject.ClusterQueue.class, QueueDecoder::clusterQueue, """
                    {"metadata":{"name":"q"},"spec":{"stopPolicy":"HoldAndDrain","namespaceSelector":{},"resourceGroups":[
                    {"coveredResources":["cpu"],"flavors":[{"name":"f","resources":[
                    {"name":"cpu","nominalQuota":"9","borrowingLimit":"500m","lendingLimit":0}]}]}]}}\
                    """);
        assertEquals(
                List.of(new SchedulingObject.Granted("f", "cpu", 9000, OptionalLong.of(500), OptionalLong.of(0))),
                queue.quotas());
        assertEquals("stopPolicy HoldAndDrain", queue.stopped());
        assertTrue(queue.namespaces().isEmpty(), "{} takes every namespace");
    }

    @Test
    void aQueueThatIsNotActiveSaysWhy() {
        assertEquals(
                "Can't admit new workloads: references missing ResourceFlavor(s): h100.",
                read(SchedulingObject.ClusterQueue.class, QueueDecoder::clusterQueue, """
                    {"status":{"conditions":[{"type":"Active","status":"False","reason":"FlavorNotFound",
                    "message":"Can't admit new workloads: references missing ResourceFlavor(s): h100."}]}}\
                    """)
                        .stopped());
    }

    @Test
    void theChecksOfAClusterQueueAreReadWithTheFlavorsTheyAreFor() {
        SchedulingObject.ClusterQueue queue =
                read(SchedulingObject.ClusterQueue.class, QueueDecoder::clusterQueue, """
                    {"metadata":{"name":"q"},"spec":{"admissionChecks":["old"],"admissionChecksStrategy":{
                    "admissionChecks":[{"name":"all"},{"name":"some","onFlavors":["h100"]}]}}}\
                    """);
        assertEquals(
                List.of(
                        new SchedulingObject.ClusterQueue.Check("old", List.of()),
                        new SchedulingObject.ClusterQueue.Check("all", List.of()),
                        new SchedulingObject.ClusterQueue.Check("some", List.of("h100"))),
                queue.checks());
    }

    @Test
    void aLocalQueueIsADoor() {
        assertEquals(
                new SchedulingObject.LocalQueue("team", "lq", "cq", false),
                read(SchedulingObject.LocalQueue.class, QueueDecoder::localQueue, file("localqueue")));
    }

    @ParameterizedTest
    @CsvSource({"parentName", "parent"})
    void aCohortIsReadUnderBothNamesOfItsParent(String field) {
        SchedulingObject.Cohort cohort =
                read(SchedulingObject.Cohort.class, QuotaDecoder::cohort, """
                    {"metadata":{"name":"team"},"spec":{"%s":"org","resourceGroups":[{"flavors":[{"name":"f","resources":[
                    {"name":"nvidia.com/gpu","nominalQuota":4}]}]}]}}\
                    """.formatted(field));
        assertEquals("org", cohort.parent());
        assertEquals(4, cohort.quotas().getFirst().nominal());
    }

    @Test
    void aFlavorIsItsLabelsTaintsAndTolerations() {
        SchedulingObject.ResourceFlavor flavor = read(SchedulingObject.ResourceFlavor.class, QuotaDecoder::flavor, """
            {"metadata":{"name":"spot"},"spec":{"nodeLabels":{"type":"spot"},
            "nodeTaints":[{"key":"spot","value":"yes","effect":"NoSchedule"}],
            "tolerations":[{"key":"spot","operator":"Exists"}]}}\
            """);
        assertEquals(Labels.of("type", "spot"), flavor.nodes());
        assertEquals("spot", flavor.taints().getFirst().key());
        assertTrue(flavor.tolerations().getFirst().tolerates(flavor.taints().getFirst()));
    }

    @Test
    void aResourceQuotaKeepsTheNamesOfQuotasAndItsScopes() {
        SchedulingObject.ResourceQuota quota = read(SchedulingObject.ResourceQuota.class, QueueDecoder::quota, """
            {"metadata":{"name":"q","namespace":"team"},"spec":{"hard":{"requests.cpu":"10","limits.cpu":"1500m",
            "requests.memory":"1Gi","count/jobs.batch":"5"},"scopes":["NotTerminating"],"scopeSelector":{
            "matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["high"]}]}}}\
            """);
        assertEquals(
                Map.of(
                        "requests.cpu",
                        10_000L,
                        "limits.cpu",
                        1500L,
                        "requests.memory",
                        1L << 30,
                        "count/jobs.batch",
                        5L),
                quota.hard().toMap());
        assertEquals(
                List.of(
                        new Requirement("NotTerminating", "Exists", List.of()),
                        new Requirement("PriorityClass", "In", List.of("high"))),
                quota.scopes());
    }

    @Test
    void coresOfAQuotaAreThousandthsForTheModelToo() {
        Change.QueueSeen seen =
                (Change.QueueSeen) QueueDecoder.quota(Data.tree("{\"spec\":{\"hard\":{\"requests.cpu\":\"10\"}}}"))
                        .getFirst();
        assertEquals(10_000, seen.quota().get("cpu"));
    }

    @Test
    void aVolcanoQueueLimitsByItsCapability() {
        SchedulingObject.Queue queue = read(SchedulingObject.Queue.class, QueueDecoder::volcano, """
            {"metadata":{"name":"hpc"},"spec":{"parent":"root","capability":{"cpu":"100"},
            "guarantee":{"resource":{"nvidia.com/gpu":4}}},"status":{"state":"Closed","allocated":{"cpu":"8"}}}\
            """);
        assertFalse(queue.kai() || queue.open());
        assertEquals("root", queue.parent());
        assertEquals(100_000, queue.limit().get("cpu"));
        assertFalse(queue.limit().has(GPU), "no capability is no limit");
        assertEquals(4, queue.owed().get(GPU));
        assertEquals(8000, queue.used().get("cpu"));
    }

    @Test
    void aKaiQueueHasNoLimitWhereItSaysMinusOneAndGrantsNothingWhereItSaysNothing() {
        SchedulingObject.Queue queue = read(SchedulingObject.Queue.class, QueueDecoder::kai, file("kaiqueue"));
        assertTrue(queue.kai());
        assertFalse(queue.limit().has(GPU));
        assertEquals(0, queue.limit().get("cpu"));
        assertTrue(queue.limit().has("cpu"));
        assertEquals(24, queue.owed().get(GPU));
        assertFalse(queue.owed().has("cpu"), "-1 is unlimited");
        assertEquals(2_000_000_000L, queue.owed().get("memory"));
    }

    @Test
    void whatAPodLimitsAndLeavesOpenIsReadForQuotas() {
        QuotaTerms terms = QuotaLimits.terms(Data.tree("""
            {"priorityClassName":"high","activeDeadlineSeconds":60,"overhead":{"cpu":"1","memory":"5"},
            "containers":[{"resources":{"limits":{"cpu":"2"}}},{"resources":{"requests":{"memory":"1"},"limits":{"cpu":"3"}}}],
            "initContainers":[{"resources":{"limits":{"cpu":"9"}}}]}\
            """));
        assertEquals(Resources.parse("cpu=10000"), terms.limits(), "overhead only where there is a limit");
        assertEquals("high", terms.priorityClass());
        assertTrue(terms.deadline());
        assertEquals(List.of("limits.memory", "requests.memory"), terms.unset());
    }

    @Test
    void queuesOfOthersAreReadWhole() throws IOException {
        List<SchedulingObject> facts = new ArrayList<>();
        for (Path file : Data.files("workloads")) {
            for (String json : Data.objects(Files.readString(file))) {
                JsonTree tree = Data.tree(json);
                Optional<Kind> kind = AllKinds.of(ObjectRef.groupOf(tree.text("apiVersion")), tree.text("kind"));
                if (kind.isPresent()) {
                    for (Change change :
                            Truth.decode(kind.get(), new Kind.Shared(), json).changes()) {
                        if (change instanceof Change.FactSeen seen) {
                            facts.add(seen.fact());
                        }
                    }
                }
            }
        }
        assertTrue(facts.stream().anyMatch(SchedulingObject.ClusterQueue.class::isInstance), facts::toString);
        assertTrue(facts.stream().anyMatch(SchedulingObject.ResourceFlavor.class::isInstance), facts::toString);
        assertTrue(
                facts.stream().anyMatch(fact -> fact instanceof SchedulingObject.Queue queue && queue.kai()),
                facts::toString);
    }

    @Test
    void whomAClusterQueueEvictsIsRead() throws IOException {
        SchedulingObject.ClusterQueue queue =
                read(SchedulingObject.ClusterQueue.class, QueueDecoder::clusterQueue, """
                    {"metadata":{"name":"cq"},"spec":{"preemption":{"withinClusterQueue":"LowerOrNewerEqualPriority",
                     "reclaimWithinCohort":"Any","borrowWithinCohort":{"policy":"LowerPriority","maxPriorityThreshold":100}}}}
                    """);
        assertEquals(
                new SchedulingObject.Preemption(
                        SchedulingObject.Preemption.Policy.LOWER_OR_NEWER_EQUAL_PRIORITY,
                        SchedulingObject.Preemption.Policy.ANY,
                        true,
                        OptionalInt.of(100)),
                queue.preemption());
        assertTrue(read(
                        SchedulingObject.ClusterQueue.class,
                        QueueDecoder::clusterQueue,
                        "{\"metadata\":{\"name\":\"cq\"},\"status\":{\"fairSharing\":{\"weightedShare\":0}}}")
                .preemption()
                .fair());
        assertEquals(
                SchedulingObject.Preemption.NEVER,
                read(
                                SchedulingObject.ClusterQueue.class,
                                QueueDecoder::clusterQueue,
                                "{\"metadata\":{\"name\":\"cq\"}}")
                        .preemption());
    }

    @Test
    void whatIsReservedForAWorkloadIsReadUntilItIsFinished() throws IOException {
        String admitted = """
            {"metadata":{"name":"job-eval-1f2","namespace":"team","creationTimestamp":"2026-01-01T00:00:00Z",
              "ownerReferences":[{"kind":"Job","name":"eval","uid":"u1","controller":true}]},
             "spec":{"priority":7,"podSets":[{"template":{"spec":{"nodeSelector":{"disk":"ssd"}}}},{"template":{}}]},
             "status":{"admission":{"clusterQueue":"cq","podSetAssignments":[
               {"name":"main","flavors":{"nvidia.com/gpu":"h100","cpu":"any"},
                "resourceUsage":{"nvidia.com/gpu":"16","cpu":"8"}},
               {"name":"head","flavors":{"cpu":"any"},"resourceUsage":{"cpu":"500m"}}]},
              "conditions":[%s{"type":"QuotaReserved","status":"True","lastTransitionTime":"2026-01-01T00:01:00Z"}]}}
            """;
        assertEquals(
                new SchedulingObject.Workload(
                        "team",
                        "job-eval-1f2",
                        "u1",
                        "eval",
                        "cq",
                        7,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:01:00Z"),
                        false,
                        Map.of("h100", Resources.of(Map.of(GPU, 16L)), "any", Resources.of(Map.of("cpu", 8500L))),
                        List.of(Labels.of("disk", "ssd"))),
                read(SchedulingObject.Workload.class, QuotaDecoderTest::workload, admitted.formatted("")));
        SchedulingObject.Workload finished = read(
                SchedulingObject.Workload.class,
                QuotaDecoderTest::workload,
                admitted.formatted("{\"type\":\"Finished\",\"status\":\"True\"},"));
        assertEquals("", finished.clusterQueue());
        assertEquals(Map.of(), finished.used());
    }

    private static List<Change> workload(JsonTree tree) {
        return List.of(QuotaDecoder.workload(tree));
    }

    @Test
    void aPodGroupOfVolcanoIsPendingInTheDefaultQueueUntilItSaysOtherwise() throws IOException {
        assertEquals(
                new SchedulingObject.PodGroup(
                        "team", "g", "", "default", "Pending", Resources.of(Map.of("cpu", 2000L)), List.of()),
                read(SchedulingObject.PodGroup.class, tree -> List.of(QuotaDecoder.podGroup(tree)), """
                    {"metadata":{"name":"g","namespace":"team"},"spec":{"minResources":{"cpu":"2"}}}\
                    """));
        assertEquals(
                "Inqueue",
                read(SchedulingObject.PodGroup.class, tree -> List.of(QuotaDecoder.podGroup(tree)), """
                    {"metadata":{"name":"g"},"status":{"phase":"Inqueue"}}\
                    """)
                        .phase());
    }
}
