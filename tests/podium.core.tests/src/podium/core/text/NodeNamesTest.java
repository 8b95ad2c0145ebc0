// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeNamesTest {
    @Test
    void aDomainThatAllShareIsLeftOut() {
        NodeNames names = NodeNames.of(
                List.of("ip-10-0-1-7.eu-west-1.compute.internal", "ip-10-0-2-9.eu-west-1.compute.internal"));
        assertEquals("ip-10-0-1-7", names.brief("ip-10-0-1-7.eu-west-1.compute.internal"));
        assertEquals("…1-7", names.rest("ip-10-0-1-7.eu-west-1.compute.internal"));
    }

    @Test
    void aDomainThatTellsNodesApartStays() {
        NodeNames names = NodeNames.of(List.of("n1.rack-a", "n1.rack-b", "n2.rack-a"));
        assertEquals("n1.rack-b", names.brief("n1.rack-b"));
        assertEquals("n1.rack-b", names.rest("n1.rack-b"));
    }

    @Test
    void anAddressIsNoDnsName() {
        NodeNames names = NodeNames.of(List.of("10.0.0.1", "11.0.0.1"));
        assertEquals("10.0.0.1", names.brief("10.0.0.1"));
    }

    @Test
    void theBeginningThatAllShareGoesFirstAndEndsAtASeparator() {
        NodeNames names = NodeNames.of(List.of("gke-prod-a3-pool-1f2e-x7zk", "gke-prod-a3-pool-1f2e-x9ab"));
        assertEquals("gke-prod-a3-pool-1f2e-x7zk", names.brief("gke-prod-a3-pool-1f2e-x7zk"));
        assertEquals("…x7zk", names.rest("gke-prod-a3-pool-1f2e-x7zk"));
    }

    @Test
    void oneNodeAloneAndANodeThatOthersBeginWithKeepTheirNames() {
        assertEquals("gpu-1", NodeNames.of(List.of("gpu-1")).rest("gpu-1"));
        NodeNames names = NodeNames.of(List.of("gpu-", "gpu-1"));
        assertEquals("gpu-", names.rest("gpu-"));
        assertEquals("…1", names.rest("gpu-1"));
    }

    @Test
    void nodesThatHaveNothingInCommonKeepTheirNames() {
        NodeNames names = NodeNames.of(List.of("alder", "birch"));
        assertEquals("alder", names.rest("alder"));
    }

    @Test
    void aNodeThatCameLaterIsStillCalledInWhole() {
        NodeNames names = NodeNames.of(List.of("gpu-1", "gpu-2"));
        assertEquals("cpu-7", names.rest("cpu-7"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8, 12})
    void namesOfSeveralPoolsStayApartWhereTheyAreCut(int most) {
        List<String> all =
                List.of("a100-mig-single-1", "a100-mig-mixed-1", "l40s-1", "l40s-2", "l40s-shared-1", "cpu-1");
        NodeNames names = NodeNames.of(all);
        List<String> cuts = all.stream().map(name -> names.cut(name, most)).toList();
        assertEquals(all.size(), Set.copyOf(cuts).size(), cuts::toString);
        cuts.forEach(cut -> assertTrue(cut.length() <= most, cut));
        assertNotEquals(names.cut("l40s-1", 4), names.cut("l40s-shared-1", 4), "not both l4…1");
    }

    /** "…u-1" said nothing of cpu-1, for the sake of two other pools. */
    @Test
    void onlyNamesThatWouldReadAlikeLoseTheirBeginning() {
        NodeNames names = NodeNames.of(List.of("l40s-1", "l40s-2", "l40s-shared-1", "cpu-1", "cpu-2"));
        assertEquals("cp…2", names.cut("cpu-2", 4));
        assertEquals("…s-1", names.cut("l40s-1", 4));
        assertEquals("…s-2", names.cut("l40s-2", 4), "as its neighbours of one pool");
        assertEquals("…d-1", names.cut("l40s-shared-1", 4));
    }

    @Test
    void whereNothingIsToldApartByAnotherCutTheMiddleGoes() {
        NodeNames names = NodeNames.of(List.of("alder-in-the-north", "birch-in-the-south"));
        assertEquals(CleanText.middle("birch-in-the-south", 7), names.cut("birch-in-the-south", 7));
    }

    @Test
    void nothingHiddenIsShown() {
        NodeNames names = NodeNames.of(List.of("a-1", "a-2"));
        assertEquals("a-1", names.brief("a-\u202e1"));
    }
}
