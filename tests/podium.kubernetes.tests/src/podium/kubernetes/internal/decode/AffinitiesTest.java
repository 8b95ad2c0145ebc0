// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Data;
import podium.model.value.HostPort;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.PodTerm;
import podium.model.value.PreferredTerm;
import podium.model.value.Spread;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/** The rules of a pod about where it may run, from a pod that has all of them. */
class AffinitiesTest {
    private final TaskSpec spec =
            new TaskSpecs().read(Data.tree(Data.fixture(AffinitiesTest.class, "objects/picky-pod.json")));

    @Test
    void requiredTermsAreAlternativesOfConditionsThatAllHold() {
        List<NodeTerm> terms = spec.requiredNodes();
        assertEquals(2, terms.size());
        NodeTerm first = terms.getFirst();
        assertTrue(first.matches("n1", Labels.of("gpu", "h100", "zone", "a")));
        assertFalse(first.matches("n1", Labels.of("gpu", "a100", "zone", "a")));
        assertFalse(first.matches("n1", Labels.of("gpu", "h100")), "the zone must exist");
    }

    @Test
    void aFieldTermNamesTheNodeItself() {
        NodeTerm byName = spec.requiredNodes().get(1);
        assertTrue(byName.matches("node-7", Labels.none()));
        assertFalse(byName.matches("node-8", Labels.none()));
    }

    @Test
    void preferencesKeepTheirWeight() {
        assertEquals(
                List.of(80, 1),
                spec.preferredNodes().stream().map(PreferredTerm::weight).toList());
    }

    @Test
    void podTermsKeepTheirDomainTheirSelectorAndTheirNamespaces() {
        PodTerm together = spec.podAffinity().getFirst();
        assertEquals("rack", together.topologyKey());
        assertTrue(together.selector().matches(Labels.of("app", "train")));
        assertEquals(List.of("team-a", "team-b"), together.namespaces());
        PodTerm apart = spec.podAntiAffinity().getFirst();
        assertEquals("kubernetes.io/hostname", apart.topologyKey());
        assertFalse(apart.selector().matches(Labels.of("app", "train")));
        assertTrue(apart.selector().matches(Labels.of("app", "noisy")));
    }

    @Test
    void aSpreadIsHardUnlessItSaysScheduleAnyway() {
        assertEquals(
                List.of(true, false), spec.spreads().stream().map(Spread::hard).toList());
        assertEquals(List.of(2, 1), spec.spreads().stream().map(Spread::maxSkew).toList());
    }

    @Test
    void aTolerationWithoutAnOperatorComparesForEquality() {
        assertEquals(
                List.of(
                        new Toleration("dedicated", "Equal", "train", "NoSchedule"),
                        new Toleration("", "Exists", "", "")),
                spec.tolerations());
    }

    @Test
    void theGroupOfTheSpecWinsOverAnnotationsAndThoseOverLabels() {
        assertEquals("native", spec.podGroup().orElseThrow());
        String pod = "{\"metadata\":{\"annotations\":{%s},\"labels\":{\"scheduling.x-k8s.io/pod-group\":\"l\"}}}";
        assertEquals(
                "a",
                new TaskSpecs()
                        .read(Data.tree(pod.formatted("\"scheduling.k8s.io/group-name\":\"a\"")))
                        .podGroup()
                        .orElseThrow());
        assertEquals(
                "l",
                new TaskSpecs().read(Data.tree(pod.formatted(""))).podGroup().orElseThrow());
    }

    @Test
    void hostPortsOfContainersThatStayAreTakenOnce() {
        assertEquals(
                List.of(HostPort.of(9400), HostPort.of(9500)),
                spec.hostPorts(),
                "that of a one-time init container is free again");
    }

    @Test
    void claimsAreNamedByObjectTemplateOrTheirOlderSource() {
        assertEquals(List.of("gpu-claim", "<pod>-b/gpu-template", "old-claim"), spec.resourceClaims());
        assertEquals(List.of("data"), spec.volumeClaims());
    }

    @ParameterizedTest
    @CsvSource({
        "batch.kubernetes.io/job-completion-index,3,Job,p,3",
        "batch.kubernetes.io/job-completion-index,x,Job,p,-1",
        "leaderworkerset.sigs.k8s.io/worker-index,2,StatefulSet,vllm-0-9,2",
        "training.kubeflow.org/replica-index,1,PyTorchJob,p,1",
        "volcano.sh/task-index,4,Job,p,4",
        "apps.kubernetes.io/pod-index,6,StatefulSet,db-9,6",
        "none,6,StatefulSet,db-9,9",
        "none,6,StatefulSet,db,-1",
        "none,6,Job,p-9,-1",
        "volcano.sh/task-index,4,ReplicaSet,web-4,-1",
        "volcano.sh/task-index,-4,Job,p,-1",
        "volcano.sh/task-index,4,'',p,-1",
    })
    void theRankIsTheControllersWord(String label, String value, String kind, String name, int rank) {
        String owner = kind.isEmpty() ? "[]" : "[{\"kind\":\"" + kind + "\",\"controller\":true}]";
        Labels labels = Labels.of(label, value);
        assertEquals(
                rank,
                Ranks.of(labels, PodMarks.NONE, PodDecoder.controller(Data.tree(owner), AllKinds.WORKLOADS), name)
                        .orElse(-1));
    }

    @Test
    void aJobSetOfOnePodJobsCountsItsJobs() {
        Labels labels =
                Labels.of("batch.kubernetes.io/job-completion-index", "0", "jobset.sigs.k8s.io/job-global-index", "12");
        assertEquals(
                12,
                Ranks.of(labels, PodMarks.NONE, java.util.Optional.empty(), "p").orElseThrow());
        Labels many =
                Labels.of("batch.kubernetes.io/job-completion-index", "3", "jobset.sigs.k8s.io/job-global-index", "12");
        assertEquals(
                3,
                Ranks.of(many, PodMarks.NONE, java.util.Optional.empty(), "p").orElseThrow());
    }
}
