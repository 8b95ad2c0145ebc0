// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.label.Snapshots;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.model.SlotCounts;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;
import podium.ui.topology.internal.testing.PartFixture;

/** The best places and the slots on the canvas of the whole part. */
class BestPlacesOfThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Job job = fleets.job(cluster, "small", JobState.WAITING, 1, 2);
    private final Subject subject = new Subject(job, List.of());
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oneKeyPutsWhatIsCarriedOnTheBestPlace() {
        RankedPlace best = fixture.flows().advice().places(subject).getFirst();
        fixture.session().begin(subject);
        ranked();
        press('1');
        await(() -> !fixture.placed().isEmpty());
        assertEquals(List.of(new Flows.Placed(subject, best.target())), fixture.placed());
        assertEquals(ColourBy.HOLDING, fixture.model().readings().by(), "the key chose no colouring");
    }

    @Test
    void theSecondKeyTakesTheSecondAndTheFourthStillChoosesAColouring() {
        RankedPlace second = fixture.flows().advice().places(subject).get(1);
        fixture.session().begin(subject);
        press('4');
        assertEquals(ColourBy.TEMPERATURE, fixture.model().readings().by());
        ranked();
        press('2');
        await(() -> !fixture.placed().isEmpty());
        assertEquals(second.target(), fixture.placed().getFirst().target());
    }

    @Test
    void aPutBackJobLeavesNoMarkAndItsKeysChooseColoursAgain() {
        fixture.session().begin(subject);
        fixture.session().end();
        fixture.settle();
        press('2');
        assertEquals(ColourBy.values()[1], fixture.model().readings().by());
        assertTrue(fixture.placed().isEmpty());
    }

    @Test
    void aChangeOfTheFleetRanksAnew() {
        fixture.session().begin(subject);
        int begun = fixture.flows().advice().begun;
        var node = cluster.getNodes().getFirst();
        node.setUnschedulable(!node.isUnschedulable());
        await(() -> {
            fixture.fleet().changed(node);
            return fixture.flows().advice().begun > begun;
        });
        assertFalse(fixture.session().current().isEmpty());
    }

    @Test
    void whatChangesInTheMiddleOfARankingIsRankedAnewWhenItIsOver() {
        var first = ((Target.OnNode)
                        fixture.flows().advice().places(subject).getFirst().target())
                .node();
        fixture.session().begin(subject);
        first.setUnschedulable(true); // it counts the same slots: only the ranking has to see it
        fixture.fleet().changed(first);
        assertEquals(0, fixture.flows().advice().taken, "it still goes on");
        await(() -> fixture.flows().advice().taken > 1);
        assertEquals(2, fixture.flows().advice().begun);
        press('1');
        await(() -> !fixture.placed().isEmpty());
        assertNotEquals(new Target.OnNode(first), fixture.placed().getFirst().target());
    }

    /** A thick green frame with number 1 stood around a node that said "! evicts". */
    @Test
    void aMarkThatItsNodeRefutesIsGoneAtOnceAndPlacesAreRankedAnew() {
        Target first = fixture.flows().advice().places(subject).getFirst().target();
        fixture.session().begin(subject);
        ranked();
        int begun = fixture.flows().advice().begun;
        Map<Node, Verdict> lights = new HashMap<>();
        cluster.getNodes().forEach(node -> lights.put(node, new Verdict(Fit.FITS, List.of(), 1, 1)));
        lights.put(((Target.OnNode) first).node(), new Verdict(Fit.EVICTS, List.of(), 0, 0));
        fixture.model().answer(Optional.of(new NodeVerdicts(fixture.model().scene(), lights, 1)));
        assertEquals(begun + 1, fixture.flows().advice().begun);
        press('1');
        assertTrue(fixture.placed().isEmpty(), "it is not ranked yet");
    }

    @Test
    void whatFitsNowhereHasNoMarkAndItsKeysPlaceNothing() {
        fixture.session().begin(new Subject(fleets.job(cluster, "huge", JobState.WAITING, 1, 16), List.of()));
        ranked();
        press('2');
        assertEquals(ColourBy.values()[1], fixture.model().readings().by());
        assertTrue(fixture.placed().isEmpty());
        assertTrue(fixture.session().current().isPresent(), "it is still carried");
    }

    @Test
    void aJobOfASnapshotHasNoMark() {
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        fixture.session().begin(subject);
        assertEquals(0, fixture.flows().advice().begun, "no place is looked for");
        assertTrue(fixture.session().current().isPresent(), "it is carried, and each node says why not");
    }

    /** A drop opened a dialog for what a key says in passing. */
    @Test
    void aDropOnAReadOnlyClusterSaysBesideTheCanvasWhyAndPasses() {
        fixture.flows().locks().set(cluster, true);
        fixture.session().begin(subject);
        ranked();
        press('1');
        assertTrue(
                fixture.note().words().orElse("").startsWith("small was not placed: ai-factory is read-only."),
                fixture.note().words()::toString);
        assertEquals(List.of(), fixture.flows().refused(), "no dialog");
        assertTrue(fixture.placed().isEmpty());
        fixture.flows().locks().set(cluster, false);
        await(() -> fixture.note().words().isEmpty());
    }

    @Test
    void aJobThatIsDeletedWhileItIsCarriedLosesItsMarks() {
        fixture.session().begin(subject);
        ranked();
        cluster.getJobs().remove(job);
        fixture.fleet().structureChanged();
        await(() -> fixture.flows().advice().taken > 1);
        press('1');
        assertTrue(fixture.placed().isEmpty());
        assertTrue(fixture.model().verdicts().isPresent(), "every node refuses it");
    }

    @Test
    void domainsTellTheirSlotsOfTheCarriedJobsSizeAndKeepTheirHeadersWhenAJobIsSelected() {
        await(() -> fixture.model().slots().words(cluster).endsWith("of " + SlotCounts.USUAL));
        int counted = fixture.flows().advice().counted;
        fixture.selection().set(this, List.of(job));
        fixture.fleet().changed(cluster.getNodes().getFirst());
        await(() -> fixture.flows().advice().counted > counted);
        assertTrue(fixture.model().slots().words(cluster).endsWith("of " + SlotCounts.USUAL));
        fixture.session().begin(subject);
        int wanted = podium.core.fleet.Holdings.wanted(job);
        await(() -> fixture.model().slots().words(cluster).endsWith("of " + wanted + " for it"));
    }

    @Test
    void headersCountForWhatIsCarriedOnlyNodesThatTakeIt() {
        Job running = fleets.job(cluster, "running", JobState.RUNNING, 1, 1);
        fleets.run(running, cluster.getNodes().getLast().getAccelerators().getFirst());
        Cluster spare = fleets.cluster("spare");
        fleets.node(spare, "empty", 8);
        fixture.fleet().structureChanged();
        await(() -> fixture.model().slots().words(spare).equals("1 slot of 8"));
        fixture.session().begin(new Subject(running, List.of()));
        await(() -> fixture.model().slots().words(spare).equals("no slot of 1 for it"));
        fixture.session().end();
        await(() -> fixture.model().slots().words(spare).equals("1 slot of 8"));
        fixture.session().begin(subject);
        await(() -> fixture.model().slots().words(spare).equals("4 slots of 2 for it"));
    }

    private void ranked() {
        await(() -> fixture.flows().advice().taken > 0);
    }

    private void press(char digit) {
        fixture.key(0, digit, 0);
    }

    private void await(BooleanSupplier condition) {
        fixture.await(condition);
    }
}
