// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.text.ReadableTime;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.testkit.AllKinds;

/** How many pods make sense together and why they wait, as each scheduler writes it. */
class GangDecoderTest {
    private static JsonTree tree(String json) throws IOException {
        return JsonTree.read(JsonInput.of(json.replace('\'', '"')));
    }

    private static Change.GangSeen gang(Function<JsonTree, Change.GangSeen> meaning, String json) throws IOException {
        return meaning.apply(tree(json));
    }

    @Test
    void aWorkloadOfKueueIsAsManyPodsAsItsSetsCount() throws IOException {
        Change.GangSeen seen = gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), """
            {'metadata':{'name':'job-a','namespace':'team','uid':'u',
             'ownerReferences':[{'kind':'JobSet','name':'a','uid':'a-uid','controller':true}]},
             'spec':{'queueName':'gold','priorityClassRef':{'name':'high'},
             'podSets':[{'count':1},{'count':8,'minCount':4}]}}\
            """);
        assertEquals(OptionalInt.of(5), seen.minimum());
        assertEquals("gold", seen.queueName());
        assertEquals("high", seen.priorityClass());
        assertEquals("a-uid", seen.controller().orElseThrow().uid());
        assertEquals("Kueue: not considered yet", seen.reason());
    }

    /** As kueue 0.13 writes it, and before that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'clusterName':'worker-2'|worker-2",
                "'admissionChecks':[{'state':'Ready','message':'The workload got reservation on \\\"w1\\\"'}]|w1",
                "'admissionChecks':[{'state':'Retry','message':'Reserving remote lost'}]|``",
                "'nominatedClusterNames':['w1']|``",
                "'clusterName':'w1','conditions':[{'type':'QuotaReserved','status':'True'}]|w1",
                "'clusterName':'w1','conditions':[{'type':'QuotaReserved','status':'False'}]|``",
                "'conditions':[{'type':'QuotaReserved','status':'False'}],'admissionChecks':[{'state':'Pending','message':'The"
                        + " workload got reservation on \\\"w1\\\"'}]|``"
            })
    void aWorkloadSaysInWhichClusterItsJobRuns(String status, String cluster) throws IOException {
        String json = "{'metadata':{'name':'x'},'status':{" + status + "}}";
        assertEquals(
                cluster,
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), json).cluster());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'count':8}|-1",
                "{'count':8,'template':{'spec':{'subdomain':'a'}}}|8",
                "{'count':8,'minCount':2,'topologyRequest':{'required':'rack'}}|2"
            })
    void aQueuedJobIsAGangOnlyWhereItsPodsFindEachOtherOrLieTogether(String set, int minimum) throws IOException {
        Change.GangSeen seen = gang(
                one -> GangDecoder.kueue(one, AllKinds.WORKLOADS),
                "{'metadata':{'name':'x','ownerReferences':[{'kind':'Job','name':'a','uid':'u','controller':true}]},"
                        + "'spec':{'podSets':[" + set + "]}}");
        assertEquals(minimum, seen.minimum().orElse(-1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'conditions':[{'type':'QuotaReserved','status':'False','message':'insufficient unused"
                        + " quota'}]}|Kueue: insufficient unused quota",
                "{'conditions':[{'type':'QuotaReserved','status':'True'},{'type':'Admitted','status':'True'}]}|``",
                "{'conditions':[{'type':'QuotaReserved','status':'True'}],'admissionChecks':[{'name':'prov','state':'Pending','message':'no"
                        + " nodes'}]}|Kueue: quota reserved; admission check prov is Pending: no nodes",
                "{'conditions':[{'type':'QuotaReserved','status':'True'}],'admissionChecks':[{'name':'prov','state':'Ready'}]}|Kueue:"
                        + " its quota is there; waits for admission",
                "{'conditions':[{'type':'QuotaReserved','status':'True'}],'nominatedClusterNames':['w2','w1'],'admissionChecks':[{'name':'mk','state':'Pending'}]}|Kueue:"
                        + " offered to w1, w2 by MultiKueue; waits until one of them reserves quota",
                "{'conditions':[{'type':'Evicted','status':'True','message':'preempted by high'}]}|Kueue: evicted:"
                        + " preempted by high",
                "{'conditions':[{'type':'QuotaReserved','status':'False','message':'x'},{'type':'Requeued','status':'False','reason':'DeactivatedDueToAdmissionCheck'}]}|Kueue:"
                        + " its Workload is active again, but is not considered any more",
                "{'conditions':[{'type':'QuotaReserved','status':'False','message':'x'},{'type':'Requeued','status':'False','reason':'Deactivated'}]}|Kueue:"
                        + " x",
                "{'conditions':[{'type':'QuotaReserved','status':'False','message':'no"
                        + " room'},{'type':'Preempted','status':'True','message':'for a'}]}|Kueue: no room; for a",
                "{'conditions':[{'type':'Finished','status':'True'}]}|``",
                "{'conditions':[{'type':'Admitted','status':'True'},{'type':'WaitingForReplacementPods','status':'True'}]}|Kueue:"
                        + " pods of the group have failed or were deleted; it keeps its quota until others replace them or"
                        + " its Workload is deleted",
            })
    void kueueSaysWhyAWorkloadWaits(String status, String reason) throws IOException {
        String json = "{'metadata':{'name':'a'},'spec':{'podSets':[{'count':2}]},'status':" + status + "}";
        assertEquals(
                reason,
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), json).reason());
    }

    /** As kueue 0.13 writes it, which considers it for no room until then. */
    @Test
    void aWorkloadThatWasTakenBackForAWhileSaysWhyAndUntilWhen() throws IOException {
        String json =
                "{'spec':{'podSets':[]},'status':{'requeueState':{'count':1,'requeueAt':'2026-11-29T02:18:29Z'},'conditions':[{'type':'QuotaReserved','status':'False','message':'Exceeded"
                        + " the PodsReady timeout"
                        + " team/w'},{'type':'Evicted','status':'True','reason':'PodsReadyTimeout','message':'Exceeded the"
                        + " PodsReady timeout"
                        + " team/w'},{'type':'Requeued','status':'False','reason':'PodsReadyTimeout'}]}}";
        String at = ReadableTime.of(Instant.parse("2026-11-29T02:18:29Z"));
        assertEquals(
                "Kueue: its pods were not ready in time; considered again at " + at,
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), json).reason());
        String check = json.replace("PodsReadyTimeout", "AdmissionCheck")
                .replace("Exceeded the PodsReady timeout team/w", "At least one admission check is false");
        assertEquals(
                "Kueue: At least one admission check is false; considered again at " + at,
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), check).reason());
    }

    @Test
    void aWorkloadThatIsNotActiveSaysSo() throws IOException {
        String json = "{'spec':{'active':false,'podSets':[]},'status':{'conditions':[]}}";
        assertEquals(
                "Kueue: its Workload is not active",
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), json).reason());
        String told = json.replace("[]}}", "[{'type':'Evicted','status':'True','message':'by ada'}]}}");
        assertEquals(
                "Kueue: its Workload is not active: by ada",
                gang(one -> GangDecoder.kueue(one, AllKinds.WORKLOADS), told).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'phase':'Pending'}|Volcano: waits for room in its queue",
                "{'phase':'Inqueue','conditions':[{'type':'Unschedulable','status':'True','message':'3/3 tasks in gang"
                        + " unschedulable'}]}|Volcano: 3/3 tasks in gang unschedulable",
                "{'phase':'Inqueue'}|``",
                "{'phase':'Running','conditions':[{'type':'Unschedulable','status':'True','message':'old'}]}|``",
            })
    void volcanoSaysWhyAPodGroupWaits(String status, String reason) throws IOException {
        Change.GangSeen seen =
                gang(GangDecoder::volcano, "{'spec':{'minMember':3,'queue':'q'},'status':" + status + "}");
        assertEquals(reason, seen.reason());
        assertEquals(OptionalInt.of(3), seen.minimum());
        assertEquals("q", seen.queueName());
    }

    @Test
    void kaiTellsItByItsSchedulingConditions() throws IOException {
        Change.GangSeen seen = gang(GangDecoder::kai, """
            {'spec':{'minMember':2,'queue':'team-a'},'status':{'schedulingConditions':[
             {'type':'UnschedulableOnNodePool','status':'True','reason':'OverLimit','message':'queue team-a is over its limit'}]}}\
            """);
        assertEquals("KAI: queue team-a is over its limit", seen.reason());
        assertEquals(OptionalInt.of(2), seen.minimum());
    }

    @ParameterizedTest
    @CsvSource({"PodGroupScheduled", "PodGroupInitiallyScheduled"})
    void theNativePodGroupTellsItByEitherNameOfItsCondition(String type) throws IOException {
        Change.GangSeen seen = gang(
                GangDecoder::podGroup,
                "{'spec':{'schedulingPolicy':{'gang':{'minCount':6}}},'status':{'conditions':[{'type':'" + type
                        + "','status':'False','reason':'Unschedulable','message':'4 of 6 fit'}]}}");
        assertEquals("kube-scheduler: 4 of 6 fit", seen.reason());
        assertEquals(OptionalInt.of(6), seen.minimum());
    }

    @Test
    void theNativeWorkloadNamesItsJobByKindAndName() throws IOException {
        Change.GangSeen seen = gang(GangDecoder::workload, """
            {'spec':{'controllerRef':{'apiGroup':'jobset.x-k8s.io','kind':'JobSet','name':'js'},
             'podGroupTemplates':[{'schedulingPolicy':{'gang':{'minCount':6}}},{'schedulingPolicy':{'basic':{}}}]}}\
            """);
        assertEquals(OptionalInt.of(6), seen.minimum());
        assertEquals("js", seen.controller().orElseThrow().name());
        Change.GangSeen old =
                gang(GangDecoder::workload, "{'spec':{'podGroups':[{'policy':{'gang':{'minCount':2}}}]}}");
        assertEquals(OptionalInt.of(2), old.minimum(), "v1alpha1");
    }

    @Test
    void coschedulingTellsOnlyItsPhase() throws IOException {
        String json = "{'spec':{'minMember':4},'status':{'phase':'PreScheduling'}}";
        assertEquals(
                "coscheduling: its pod group is PreScheduling",
                gang(GangDecoder::coscheduling, json).reason());
        assertEquals(
                "",
                gang(GangDecoder::coscheduling, json.replace("Pre", "").replace("ing'", "ed'"))
                        .reason());
    }

    @Test
    void whatAListLeavesOutIsFilledIn() throws IOException {
        Change.GangSeen bare = gang(GangDecoder::podGroup, "{'metadata':{'name':'g'}}");
        Change.GangSeen named =
                (Change.GangSeen) GangDecoder.named(bare, "scheduling.k8s.io/v1beta1", "PodGroup", AllKinds.WORKLOADS)
                        .getFirst();
        assertEquals("PodGroup", named.kind());
        assertEquals("scheduling.k8s.io/v1beta1", named.apiVersion());
    }
}
