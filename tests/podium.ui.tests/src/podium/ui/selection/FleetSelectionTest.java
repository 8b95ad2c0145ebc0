// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Subject;
import podium.ui.drag.DragSession;
import podium.ui.fake.FakeFleet;

class FleetSelectionTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 2);
    private final FleetSelection selection = new FleetSelection();

    @Test
    void allListenersHearANewSelection() {
        List<List<EObject>> heard = new ArrayList<>();
        selection.listen(heard::add);
        selection.listen(heard::add);
        selection.set("part", List.of(cluster));
        assertEquals(List.of(List.of(cluster), List.of(cluster)), heard);
        assertEquals(List.of(cluster), selection.get());
        assertSame("part", selection.source());
    }

    @Test
    void theClusterThatIsMeantStaysThatOfWhatWasSelectedLastUntilItIsClosed() {
        Cluster other = made.cluster("other", 2);
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        assertEquals(Optional.of(cluster), CurrentCluster.of(selection, fleet), "the first one open");
        selection.set("canvas", List.of(other.getNodes().getFirst()));
        selection.set("canvas", List.of());
        assertEquals(Optional.of(other), CurrentCluster.of(selection, fleet), "its selection was taken away");
        made.fleet().getClusters().remove(other);
        assertEquals(Optional.of(cluster), CurrentCluster.of(selection, fleet), "it was closed");
    }

    @Test
    void theSameSelectionIsNotToldAgain() {
        int[] heard = {0};
        selection.listen(selected -> heard[0]++);
        selection.set("a", List.of(cluster));
        selection.set("b", List.of(cluster));
        assertEquals(1, heard[0]);
    }

    @Test
    void aClosedListenerHearsNoMore() throws Exception {
        int[] heard = {0};
        AutoCloseable subscription = selection.listen(selected -> heard[0]++);
        subscription.close();
        selection.set("a", List.of(cluster));
        assertEquals(0, heard[0]);
    }

    @Test
    void aListenerMayLeaveWhileItIsTold() {
        List<AutoCloseable> own = new ArrayList<>();
        int[] heard = {0};
        own.add(selection.listen(selected -> {
            heard[0]++;
            try {
                own.getFirst().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        selection.set("a", List.of(cluster));
        selection.set("a", List.of());
        assertEquals(1, heard[0]);
    }

    @Test
    void whatLeavesTheFleetLeavesTheSelectionUntilFollowingEnds() throws Exception {
        Node stays = cluster.getNodes().getFirst();
        Node leaves = cluster.getNodes().get(1);
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        AutoCloseable following = selection.follow(fleet);
        selection.set("a", List.of(stays, leaves, leaves.getAccelerators().getFirst()));
        List<List<EObject>> heard = new ArrayList<>();
        selection.listen(heard::add);
        fleet.tell(cluster);
        assertEquals(List.of(), heard, "all are there");
        cluster.getNodes().remove(leaves);
        fleet.tell(cluster);
        assertEquals(List.of(List.of(stays)), heard, "a device leaves with its node");
        following.close();
        fleet.remove(new ClusterId("lab"));
        fleet.tell(cluster);
        assertEquals(List.of(stays), selection.get());
    }

    /** As Act As does it: the cluster leaves, comes back empty, and is read again. */
    @Test
    void whatLeftWithItsClusterIsSelectedAgainOnceThatIsOpenedAnewAndHasIt() {
        FakeFleet again = new FakeFleet();
        Cluster anew = again.cluster("lab", 2);
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 1);
        Job same = again.job(anew, "j", "Job", JobState.RUNNING, 1, 1);
        same.setUid(job.getUid());
        Node node = anew.getNodes().get(1);
        Cluster first = made.cluster("first", 2);
        made.fleet().getClusters().move(0, first);
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        selection.follow(fleet);
        selection.set(
                "a",
                List.of(
                        job,
                        cluster.getNodes().get(1),
                        node(1).getAccelerators().get(3),
                        cluster));
        made.fleet().getClusters().remove(cluster);
        fleet.tell(cluster);
        assertEquals(List.of(), selection.get());
        anew.getNodes().remove(node);
        made.fleet().getClusters().add(anew);
        fleet.tell(anew);
        assertEquals(List.of(anew), selection.get());
        assertEquals(Optional.of(anew), CurrentCluster.of(selection, fleet), "not the first one open");
        anew.getNodes().add(node);
        fleet.tell(Set.of(node), Set.of(same), Set.of());
        assertEquals(Set.of(anew, node, node.getAccelerators().get(3), same), Set.copyOf(selection.get()));
    }

    private Node node(int number) {
        return cluster.getNodes().get(number);
    }

    @Test
    void whatLeftWithItsClusterIsNotSelectedAgainWhereSomethingElseWas() {
        Cluster other = made.cluster("other", 2);
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        selection.follow(fleet);
        selection.set("a", List.of(cluster));
        made.fleet().getClusters().remove(cluster);
        fleet.tell(cluster);
        selection.set("b", List.of(other));
        Cluster anew = new FakeFleet().cluster("lab", 2);
        made.fleet().getClusters().add(anew);
        fleet.tell(anew);
        assertEquals(List.of(other), selection.get());
    }

    @Test
    void whatIsGoneCannotBeSelectedThoughATableStillShowsIt() {
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        selection.follow(fleet);
        Node stays = cluster.getNodes().getFirst();
        Node leaves = cluster.getNodes().get(1);
        cluster.getNodes().remove(leaves);
        selection.set("table", List.of(leaves, stays));
        assertEquals(List.of(stays), selection.get());
        selection.set("table", List.of(leaves.getAccelerators().getFirst()));
        assertEquals(List.of(), selection.get());
    }

    @Test
    void aDragHasABeginningAndAnEnd() {
        DragSession session = new DragSession();
        Subject subject = new Subject(made.job(cluster, "j", "Job", JobState.WAITING, 1, 1), List.of());
        List<Optional<Subject>> heard = new ArrayList<>();
        session.listen(() -> heard.add(session.current()));
        session.begin(subject);
        session.end();
        session.end();
        assertEquals(List.of(Optional.of(subject), Optional.empty()), heard);
        assertTrue(session.current().isEmpty());
    }
}
