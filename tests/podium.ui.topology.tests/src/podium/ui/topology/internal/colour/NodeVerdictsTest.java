// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class NodeVerdictsTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Scene scene = Scene.of(fleets.fleet());
    private final Map<Node, Verdict> answers = new HashMap<>();

    @Test
    void everyBoxCountsTheAnswersOfTheNodesUnderIt() {
        cluster.getNodes().forEach(node -> answers.put(node, new Verdict(Fit.DOES_NOT_FIT, List.of("full"), 0, 0)));
        answers.put(cluster.getNodes().get(0), new Verdict(Fit.FITS, List.of(), 2, 0.4));
        answers.put(cluster.getNodes().get(1), new Verdict(Fit.FITS_IF, List.of("cordon"), 1, 0.9));
        NodeVerdicts verdicts = new NodeVerdicts(scene, answers, 1);
        Box all = scene.clusters().getFirst();
        assertEquals(1, verdicts.count(all, Fit.FITS));
        assertEquals(1, verdicts.count(all, Fit.FITS_IF));
        assertEquals(30, verdicts.count(all, Fit.DOES_NOT_FIT));
        assertEquals(Fit.FITS, verdicts.best(all));
        assertEquals(
                Fit.FITS_IF, verdicts.best(scene.box(cluster.getNodes().get(1)).orElseThrow()));
    }

    /** Headers add these up: a rack said 2 over nodes that say 1, 1 and 2. */
    @Test
    void aNodeCountsForHeadersWithAsManyTasksAsAreWrittenOnIt() {
        List<Integer> fit = List.of(1, 3, 0);
        for (int i = 0; i < fit.size(); i++) {
            answers.put(cluster.getNodes().get(i), new Verdict(Fit.FITS, List.of(), fit.get(i), 0.4));
        }
        for (int i = 0; i < fit.size(); i++) {
            Box node = scene.box(cluster.getNodes().get(i)).orElseThrow();
            assertEquals(fit.get(i), new NodeVerdicts(scene, answers, 3).most(node));
            assertEquals(fit.get(i) > 0 ? Integer.MAX_VALUE : 0, new NodeVerdicts(scene, answers, 1).most(node));
        }
    }

    @Test
    void aPlaceThatKillsOthersIsBetterThanNoneAndIsKnownToBeThere() {
        cluster.getNodes().forEach(node -> answers.put(node, new Verdict(Fit.DOES_NOT_FIT, List.of("full"), 0, 0)));
        assertFalse(new NodeVerdicts(scene, answers, 1).anyEvicts(scene));
        answers.put(cluster.getNodes().get(1), new Verdict(Fit.EVICTS, List.of(), 0, 0, List.of("a")));
        NodeVerdicts verdicts = new NodeVerdicts(scene, answers, 1);
        assertTrue(verdicts.anyEvicts(scene));
        assertEquals(Fit.EVICTS, verdicts.best(scene.clusters().getFirst()));
    }

    @Test
    void aNodeNothingIsSaidAboutDoesNotFitAndSaysWhy() {
        Verdict verdict = new NodeVerdicts(scene, answers, 1)
                .of(scene.box(cluster.getNodes().get(3)).orElseThrow());
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertTrue(verdict.reasons().getFirst().contains("another cluster"));
    }

    @Test
    void aNodeThatIsStillToBeJudgedAnswersNothingAndNeitherDoesWhatItIsIn() {
        Cluster other = fleets.cluster("other");
        Node strange = fleets.node(other, "strange", 8);
        Scene both = Scene.of(fleets.fleet());
        Node known = cluster.getNodes().get(0);
        answers.put(known, new Verdict(Fit.FITS, List.of(), 2, 0.4));
        NodeVerdicts verdicts = NodeVerdicts.soFar(both, answers, 1, Set.of(cluster));
        assertTrue(verdicts.isKnown(both.box(known).orElseThrow()));
        Box open = both.box(cluster.getNodes().get(1)).orElseThrow();
        assertFalse(verdicts.isKnown(open));
        assertFalse(verdicts.isKnown(both.clusters().getFirst()));
        assertEquals(0, verdicts.count(open, Fit.DOES_NOT_FIT));
        assertTrue(verdicts.isKnown(both.box(strange).orElseThrow()), "it is not judged, it is elsewhere");
        BitSet lit = new BitSet();
        lit.set(both.box(known).orElseThrow().id());
        lit.set(both.box(strange).orElseThrow().id());
        assertEquals(lit, verdicts.lit());
    }

    @Test
    void onlyNodesThatAnswerOtherThanBeforeChange() {
        cluster.getNodes().forEach(node -> answers.put(node, new Verdict(Fit.DOES_NOT_FIT, List.of("full"), 0, 0)));
        NodeVerdicts before = new NodeVerdicts(scene, answers, 1);
        Node node = cluster.getNodes().get(5);
        answers.put(node, new Verdict(Fit.FITS, List.of(), 1, 0.5));
        BitSet changed = new NodeVerdicts(scene, answers, 1).changed(before);
        assertEquals(1, changed.cardinality());
        assertTrue(changed.get(scene.box(node).orElseThrow().id()));
    }
}
