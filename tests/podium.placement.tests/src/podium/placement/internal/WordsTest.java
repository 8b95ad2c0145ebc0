// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.placement.Fit;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.verdict.ReasonSummary;

class WordsTest {
    @ParameterizedTest(name = "{1} of {0} is {2}")
    @CsvSource({
        "cpu, 1000, 1 CPU",
        "cpu, 32000, 32 CPUs",
        "cpu, 1500, 1.5 CPUs",
        "cpu, 250, 0.3 CPUs",
        "memory, 1073741824, 1 GiB memory",
        "memory, 1610612736, 1.5 GiB memory",
        "memory, 512, 512 bytes memory",
        "ephemeral-storage, 1099511627776, 1 TiB ephemeral-storage",
        "hugepages-2Mi, 2097152, 2 MiB hugepages-2Mi",
        "nvidia.com/gpu, 1, 1 GPU",
        "nvidia.com/gpu, 8, 8 GPUs",
        "nvidia.com/mig-1g.10gb, 2, 2 nvidia.com/mig-1g.10gb",
        "google.com/tpu, 4, 4 TPUs",
        "rdma/hca, 1, 1 rdma/hca"
    })
    void amountsAreToldInTheUnitPeopleUse(String resource, long amount, String words) {
        assertEquals(words, ResourceText.words(resource, amount));
    }

    @Test
    void reasonsAreCountedByRuleMostFrequentFirst() {
        assertEquals(
                List.of(
                        "on 2 nodes: needs 8 GPUs, not enough free",
                        "on 1 node: needs 8 GPUs, more than a node there has",
                        "on 1 node: node selector asks for gpu=h100",
                        "on 1 node: the node is not ready"),
                ReasonSummary.of(List.of(
                                no(Reason.of("needs 8 GPUs, 6 free; 2 held by a", "needs 8 GPUs, not enough free")),
                                no(Reason.of(
                                        "needs 8 GPUs, the node has 4", "needs 8 GPUs, more than a node there has")),
                                no(Reason.of("needs 8 GPUs, 1 free", "needs 8 GPUs, not enough free")),
                                no(Reason.of(
                                        "node selector asks for gpu=h100, the node has a100",
                                        "node selector asks for gpu=h100")),
                                no(Reason.of("the node is not ready")),
                                new Verdict(Fit.FITS, List.of(), 1, 1)))
                        .stream()
                        .map(Reason::words)
                        .toList());
    }

    @Test
    void aCordonIsKnownByItsKindWhateverItsWordsAre() {
        Reason full = Reason.of("needs 8 GPUs, 1 free", "needs 8 GPUs, not enough free");
        Reason cordon = new Reason("gesperrt", "gesperrt", Reason.Kind.CORDON);
        assertEquals(
                List.of(
                        "on 1 node: needs 8 GPUs, not enough free",
                        "on 1 node: needs 8 GPUs, not enough free; cordoned as well"),
                ReasonSummary.of(List.of(no(full, Reason.of("cordoned-team holds it")), no(full, cordon))).stream()
                        .map(Reason::words)
                        .toList());
    }

    private static Verdict no(Reason... reasons) {
        return new Verdict(Fit.DOES_NOT_FIT, 0, 0, List.of(reasons), List.of());
    }
}
