// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Truth;

class RetryDecoderTest {
    private static Optional<PodLossRule> rule(String group, String kind, String body) throws IOException {
        JsonTree object = JsonTree.read(JsonInput.of("{" + body.replace('\'', '"') + "}"));
        return AllKinds.WORKLOADS.of(group, kind).flatMap(known -> known.loss(object));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jobset.x-k8s.io | JobSet | 'spec':{} | ENDS
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{}} | ENDS
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{'maxRestarts':3}} | RESTARTS
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{'maxRestarts':3}},'status':{'restarts':3} | ENDS
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{'maxRestarts':3}},'status':{'restarts':3,'restartsCountTowardsMax':1} | RESTARTS
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{'maxRestarts':3,'rules':[{'action':'FailJobSet'}]}} | MAY_END
        trainer.kubeflow.org | TrainJob | 'spec':{} | ENDS
        kubeflow.org | TFJob | 'spec':{'tfReplicaSpecs':{'Worker':{}}} | ENDS
        kubeflow.org | PyTorchJob | 'spec':{'pytorchReplicaSpecs':{'Worker':{}}} | REPLACED
        kubeflow.org | PyTorchJob | 'spec':{'pytorchReplicaSpecs':{'Worker':{'restartPolicy':'Never'}}} | ENDS
        kubeflow.org | PyTorchJob | 'spec':{'pytorchReplicaSpecs':{'Worker':{'restartPolicy':'ExitCode'}}} | MAY_END
        kubeflow.org | PyTorchJob | 'spec':{'runPolicy':{'backoffLimit':0},'pytorchReplicaSpecs':{'Worker':{}}} | ENDS
        kubeflow.org | MPIJob | 'spec':{'runPolicy':{'backoffLimit':0}} | ENDS
        kubeflow.org | MPIJob | 'spec':{} | MAY_END
        kubeflow.org | Experiment | 'spec':{'maxFailedTrialCount':2},'status':{'trialsFailed':1} | REPLACED
        kubeflow.org | Experiment | 'spec':{'maxFailedTrialCount':2},'status':{'trialsFailed':2} | ENDS
        ray.io | RayCluster | 'spec':{} | REPLACED
        ray.io | RayCluster | 'metadata':{'ownerReferences':[{'kind':'RayJob','uid':'u','controller':true}]} | MAY_END
        ray.io | RayJob | 'spec':{} | ENDS
        ray.io | RayJob | 'spec':{'backoffLimit':2},'status':{'failed':1} | RESTARTS
        batch.volcano.sh | Job | 'spec':{} | REPLACED
        batch.volcano.sh | Job | 'spec':{'policies':[{'event':'PodEvicted','action':'RestartJob'}]} | RESTARTS
        batch.volcano.sh | Job | 'spec':{'policies':[{'events':['*'],'action':'TerminateJob'}]} | ENDS
        batch.volcano.sh | Job | 'spec':{'maxRetry':1,'tasks':[{'policies':[{'event':'PodFailed','action':'RestartJob'}]}]},'status':{'retryCount':1} | ENDS
        leaderworkerset.x-k8s.io | LeaderWorkerSet | 'spec':{} | RESTARTS
        leaderworkerset.x-k8s.io | LeaderWorkerSet | 'spec':{'leaderWorkerTemplate':{'restartPolicy':'None'}} | REPLACED
        workload.codeflare.dev | AppWrapper | 'spec':{} | MAY_END
        workload.codeflare.dev | AppWrapper | 'metadata':{'annotations':{'workload.codeflare.dev.appwrapper/retryLimit':'2'}},'status':{'resettingCount':1} | RESTARTS
        workload.codeflare.dev | AppWrapper | 'metadata':{'annotations':{'workload.codeflare.dev.appwrapper/retryLimit':'2'}},'status':{'resettingCount':2} | ENDS
        argoproj.io | Workflow | 'spec':{} | MAY_END
        batch | Job | 'spec':{'managedBy':'kueue.x-k8s.io/multikueue'} | MAY_END
        batch | Job | 'spec':{} | REPLACED
        batch | Job | 'spec':{'backoffLimit':3},'status':{'failed':3} | ENDS
        batch | Job | 'spec':{'backoffLimitPerIndex':1,'maxFailedIndexes':5},'status':{'failedIndexes':'1,3-5,7'} | REPLACED
        """)
    void eachKindSaysWhatItMakesOfALoss(String group, String kind, String body, PodLossOutcome outcome)
            throws IOException {
        assertEquals(
                outcome,
                rule(group, kind, body).orElseThrow().after(PodLoss.DELETED, 1).outcome());
    }

    @Test
    void failedIndexesAreCountedOutOfTheirRanges() throws IOException {
        PodLossRule rule = rule(
                        "batch",
                        "Job",
                        "'spec':{'backoffLimitPerIndex':0,'maxFailedIndexes':5},'status':{'failedIndexes':'1,3-5,7'}")
                .orElseThrow();
        assertEquals(
                "backoffLimitPerIndex is 0 and maxFailedIndexes is 5",
                rule.after(PodLoss.DELETED, 1).why());
    }

    @Test
    void whatALossMeansIsKnownByUidAndForgottenWithTheObject() {
        ObservedObject seen = Truth.decode(
                Truth.kind("jobs.batch"),
                new Kind.Shared(),
                "{\"metadata\":{\"name\":\"x\",\"namespace\":\"team\",\"uid\":\"u\",\"ownerReferences\":[{\"kind\":\"JobSet\","
                        + "\"uid\":\"s\",\"controller\":true}]},\"spec\":{\"backoffLimit\":0}}");
        Change.FactSeen fact = (Change.FactSeen) seen.changes().get(1);
        SchedulingObject.Retries retries = (SchedulingObject.Retries) fact.fact();
        assertEquals(
                List.of("team", "u", "s", false),
                List.of(retries.namespace(), retries.name(), retries.owner(), retries.ownerReplaces()));
        assertEquals(List.of(new Change.Gone("Retries", "team", "u", "")), seen.farewell());
    }

    @Test
    void whatReplacesItsPodsForEverSaysNothing() throws IOException {
        assertEquals(Optional.empty(), rule("apps", "ReplicaSet", "'spec':{}"));
    }

    /** A value that came after this Podium: named as a doubt, never taken for the mildest that is known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        batch | Job | 'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':[{'action':'RestartPodGroup','onPodConditions':[{'type':'DisruptionTarget'}]}]}} | its podFailurePolicy has the action RestartPodGroup, which Podium does not know
        batch | Job | 'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':[{'action':'Pause','onExitCodes':{}}]}} | its podFailurePolicy has the action Pause, which Podium does not know
        batch | Job | 'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':[{'action':'FailJob','onPodConditions':[{'type':'ConfigIssue'}]}]}} | its podFailurePolicy depends on the condition ConfigIssue of a pod, which is not known beforehand
        batch | Job | 'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':[{'action':'FailJob','onNodeConditions':[{}]}]}} | a rule of its podFailurePolicy depends on something that Podium does not know
        jobset.x-k8s.io | JobSet | 'spec':{'failurePolicy':{'maxRestarts':3,'rules':[{'action':'FreezeJobSet'}]}} | its failurePolicy has the action FreezeJobSet, which Podium does not know
        kubeflow.org | PyTorchJob | 'spec':{'pytorchReplicaSpecs':{'Worker':{'restartPolicy':'Sometimes'}}} | a replica has the restartPolicy Sometimes, which Podium does not know
        batch.volcano.sh | Job | 'spec':{'policies':[{'event':'PodEvicted','action':'ParkJob'}]} | its policy has the action ParkJob, which Podium does not know
        leaderworkerset.x-k8s.io | LeaderWorkerSet | 'spec':{'leaderWorkerTemplate':{'restartPolicy':'EndGroup'}} | it has the restartPolicy EndGroup, which Podium does not know
        """)
    void whatIsNotKnownIsNamedAsADoubt(String group, String kind, String body, String why) throws IOException {
        assertEquals(
                new PodLossEffect(PodLossOutcome.MAY_END, why),
                rule(group, kind, body).orElseThrow().after(PodLoss.EVICTED, 1));
    }

    @Test
    void anUnknownActionOnDisruptionsMeansNothingForADeletedPod() throws IOException {
        String body = "'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':"
                + "[{'action':'New','onPodConditions':[{'type':'DisruptionTarget'}]}]}}";
        assertEquals(
                PodLossOutcome.REPLACED,
                rule("batch", "Job", body)
                        .orElseThrow()
                        .after(PodLoss.DELETED, 1)
                        .outcome());
    }

    @Test
    void anUnknownActionAfterARuleThatHoldsMeansNothing() throws IOException {
        String body = "'spec':{'backoffLimit':6,'podFailurePolicy':{'rules':[{'action':'Ignore','onPodConditions':"
                + "[{'type':'DisruptionTarget'}]},{'action':'New','onExitCodes':{}}]}}";
        assertEquals(
                PodLossOutcome.REPLACED,
                rule("batch", "Job", body)
                        .orElseThrow()
                        .after(PodLoss.EVICTED, 1)
                        .outcome());
    }
}
