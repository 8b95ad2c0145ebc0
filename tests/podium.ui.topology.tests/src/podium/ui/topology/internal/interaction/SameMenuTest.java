// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.action.SelectionMenu;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;

/** The menu of what is selected, the same on the canvas, in the tree, in tables and in Details. */
class SameMenuTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final BackgroundWork background = new BackgroundWork(new DirectRealm());
    private final Flows flows = new Flows(background);
    private final FleetSelection selection = new FleetSelection();
    private final SelectionMenu menu = flows.menu(selection);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void anEmptyNodeOffersTheWaitingJobsThatFit() {
        Entry entry = entry(List.of(fleets.findNode("gpu-a2-3")), "Place eval-sweep-0 here\u2026");
        assertEquals(Optional.empty(), entry.whyNot());
        entry.action().run();
        Flows.Placed placed = flows.placed().getFirst();
        assertEquals(new Target.OnNode(fleets.findNode("gpu-a2-3")), placed.target());
        assertEquals("eval-sweep-0", placed.subject().job().getName());
        assertTrue(placed.subject().wholeJob());
    }

    @Test
    void nodesAndDomainsCanBeSupposedDownAndTheSuppositionTakenBack() {
        entry(List.of(fleets.findNode("gpu-a2-3")), "What if this were down?")
                .action()
                .run();
        assertEquals("down gpu-a2-3", flows.supposed().getFirst().getFirst().text());
        var rack = cluster.getDomains().getFirst().getDomains().get(1);
        entry(List.of(rack, fleets.findNode("gpu-a1-1")), "What if these were down?")
                .action()
                .run();
        assertEquals(3, flows.supposed().getLast().size());
        entry(List.of(rack), "Clear Scenario").action().run();
        assertEquals(List.of(), flows.whatIfSession().hypotheses());
        assertTrue(words(List.of(rack)).stream().noneMatch("Clear Scenario"::equals));
    }

    @Test
    void aFullNodeSaysWhyNot() {
        Entry entry = entry(List.of(fleets.findNode("gpu-a1-1")), "Place eval-sweep-0 here\u2026");
        assertEquals(Optional.of("needs 8 GPUs, 0 free"), entry.whyNot());
    }

    @Test
    void aDomainIsATargetToo() {
        var rack = cluster.getDomains().getFirst().getDomains().get(1);
        entry(List.of(rack), "Place eval-sweep-0 here\u2026").action().run();
        assertEquals(new Target.OnDomain(rack), flows.placed().getFirst().target());
    }

    @Test
    void jobsOfOtherClustersAreNotOffered() {
        Cluster other = fleets.cluster("other");
        Node strange = fleets.node(other, "strange", 8);
        assertTrue(words(List.of(strange)).stream().noneMatch(words -> words.startsWith("Place")));
    }

    @Test
    void nodesOfferDrainCordonAndUncordonAsTheyStand() {
        assertEquals(
                Optional.empty(),
                entry(List.of(fleets.findNode("gpu-a1-1")), "Cordon\u2026").whyNot());
        assertTrue(entry(List.of(fleets.findNode("gpu-a1-1")), "Uncordon\u2026")
                .whyNot()
                .isPresent());
        assertEquals(
                Optional.empty(),
                entry(List.of(fleets.findNode("gpu-a2-2")), "Uncordon\u2026").whyNot());
        entry(List.of(fleets.findNode("gpu-a1-1"), fleets.findNode("gpu-a1-2")), "Drain\u2026")
                .action()
                .run();
        assertEquals(List.of(List.of(fleets.findNode("gpu-a1-1"), fleets.findNode("gpu-a1-2"))), flows.drained());
    }

    @Test
    void aGpuStandsForItsNodeAndOffersItsJob() {
        EObject gpu = fleets.findNode("gpu-a1-1").getAccelerators().get(2);
        entry(List.of(gpu), "Drain Node gpu-a1-1\u2026").action().run();
        assertEquals(List.of(List.of(fleets.findNode("gpu-a1-1"))), flows.drained());
        Job job = cluster.getJobs().getFirst();
        entry(List.of(gpu), "Show Job llm-pretrain-70b").action().run();
        assertEquals(List.of(job), selection.get());
        assertEquals(
                Optional.empty(),
                entry(List.of(gpu), "Place llm-pretrain-70b Elsewhere\u2026").whyNot());
    }

    @Test
    void aGpuCanBeCordonedAloneAndItsNodeRePartitioned() {
        Accelerator gpu = fleets.findNode("gpu-a1-1").getAccelerators().get(2);
        entry(List.of(gpu), "Cordon GPU\u2026").action().run();
        assertEquals(List.of(gpu), flows.asked());
        assertEquals(
                Optional.of("this is a test"),
                entry(List.of(fleets.findNode("gpu-a1-1")), "Re-partition GPUs\u2026")
                        .whyNot());
        assertFalse(words(List.of(fleets.findNode("gpu-a1-1"), fleets.findNode("gpu-a1-2")))
                .contains("Re-partition GPUs\u2026"));
    }

    @Test
    void aFreeGpuOffersNoJob() {
        EObject gpu = fleets.findNode("gpu-a2-3").getAccelerators().get(2);
        assertFalse(words(List.of(gpu)).stream().anyMatch(words -> words.startsWith("Show Job")));
    }

    @Test
    void nothingSelectedOffersNothing() {
        assertTrue(words(List.of()).isEmpty());
    }

    @Test
    void whatIsSelectedIsAlsoWhatTheKeyPicksUp() {
        Job job = cluster.getJobs().getFirst();
        assertEquals(Optional.of(new Subject(job, List.of())), CanvasCommands.subject(List.of(job)));
        EObject gpu = fleets.findNode("gpu-a1-1").getAccelerators().get(2);
        assertEquals(Optional.of(new Subject(job, List.of())), CanvasCommands.subject(List.of(gpu)));
        assertEquals(Optional.empty(), CanvasCommands.subject(List.of(fleets.findNode("gpu-a1-1"))));
    }

    private List<String> words(List<? extends EObject> selected) {
        return menu.entries(List.copyOf(selected)).stream()
                .flatMap(List::stream)
                .map(Entry::words)
                .toList();
    }

    private Entry entry(List<? extends EObject> selected, String words) {
        return menu.entries(List.copyOf(selected)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " in " + words(selected)));
    }
}
