// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class MarkedPlacesTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Domain rack = fleets.domain(cluster, "rack", "a2");
    private final Node node = fleets.node(rack, "gpu-1", 8);
    private final RankedPlace whole =
            new RankedPlace(new Target.OnDomain(rack), new Verdict(Fit.FITS, List.of(), 4, 0.934), "ranks 0 to 3");
    private final RankedPlace one = new RankedPlace(
            new Target.OnNode(node), new Verdict(Fit.FITS_IF, List.of("x"), 1, 0.5), "the cordon is lifted");

    @Test
    void aPlaceIsTakenByItsNumberFromOne() {
        MarkedPlaces best = new MarkedPlaces(MarkedPlaces.State.RANKED, List.of(whole, one));
        assertEquals(Optional.of(whole), best.place(1));
        assertEquals(Optional.of(one), best.place(2));
        assertEquals(Optional.empty(), best.place(3));
        assertEquals(Optional.empty(), best.place(0));
    }

    @Test
    void theWordsNameTheKeyThePlaceAndTheReasonAndGiveNoMark() {
        assertEquals(
                "Best places: 1 rack a2: ranks 0 to 3;" + " 2 gpu-1: if the cordon is lifted",
                new MarkedPlaces(MarkedPlaces.State.RANKED, List.of(whole, one)).words(false));
    }

    @Test
    void whatFitsNowhereSaysSoAndWhatIsNotRankedYetDoesNot() {
        assertTrue(new MarkedPlaces(MarkedPlaces.State.RANKED, List.of())
                .words(false)
                .startsWith("Fits nowhere now"));
        assertTrue(new MarkedPlaces(MarkedPlaces.State.RANKING, List.of())
                .words(false)
                .startsWith("Ranking"));
        assertEquals("", MarkedPlaces.NONE.words(false));
    }

    @Test
    void whatFitsOnlyInAnotherClusterIsNotSaidToFitNowhere() {
        assertTrue(new MarkedPlaces(MarkedPlaces.State.RANKED, List.of())
                .words(true)
                .contains("another one would take it"));
        Node strange = fleets.node(fleets.cluster("spare"), "strange", 8);
        Scene scene = Scene.of(fleets.fleet());
        for (Fit fit : Fit.values()) {
            NodeVerdicts verdicts = new NodeVerdicts(scene, Map.of(strange, new Verdict(fit, List.of(), 1, 0)), 1);
            assertEquals(fit.takes(), verdicts.anyTakes(scene, cluster), fit.toString());
            assertFalse(verdicts.anyTakes(scene, strange.getCluster()));
        }
    }

    @Test
    void aNodeIsCalledAsOnTheCanvasAndByItsNameOnceItIsGone() {
        node.setName("gpu-1.dc.example");
        fleets.node(rack, "gpu-2.dc.example", 8);
        Scene scene = Scene.of(fleets.fleet());
        assertEquals("gpu-1", MarkedPlaces.brief(scene, one));
        assertEquals("rack a2", MarkedPlaces.brief(scene, whole));
        assertEquals(MarkedPlaces.name(one), MarkedPlaces.brief(Scene.of(new Fleets().fleet()), one));
    }

    @Test
    void aPlaceLiesWhereItsBoxIsAndNowhereOnceItIsGone() {
        Scene scene = Scene.of(fleets.fleet());
        assertEquals("a2", MarkedPlaces.hit(scene, whole).orElseThrow().box().name());
        assertEquals("gpu-1", MarkedPlaces.hit(scene, one).orElseThrow().box().name());
        node.setDomain(null);
        node.setCluster(null);
        assertEquals(Optional.empty(), MarkedPlaces.hit(Scene.of(fleets.fleet()), one));
    }
}
