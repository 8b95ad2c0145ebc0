// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterColor;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.KnownCluster;
import podium.core.testkit.LabCluster;
import podium.sources.internal.fleet.FakeFleet;
import podium.testkit.Await;

class OpenClustersTest implements ClusterConnector {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final ClusterTarget TARGET = new ClusterTarget(LAB, Path.of("kubeconfig"), "lab-context", false);

    private static final IdentityChange ANOTHER = new IdentityChange(
            IdentityChange.Of.CLUSTER, "another cluster answers", Instant.parse("2026-03-04T12:43:00Z"));

    private final FakeFleet fleet = new FakeFleet("lab");
    private final KnownClusterFile known = new KnownClusterFile(Optional.empty(), InstantSource.system());
    private final OpenClusters clusters = new OpenClusters(fleet, this, known);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<ClusterConnection, IdentityChange>> over = new CopyOnWriteArrayList<>();
    private final List<ChangeSink> sinks = new CopyOnWriteArrayList<>();
    private Runnable onOpen = () -> {};
    private final List<ClusterTarget> inFile = new ArrayList<>();

    @Test
    void aClusterThatIsOpenIsNotOpenedAgain() {
        ClusterConnection first = clusters.open(TARGET);
        assertSame(first, clusters.open(TARGET));
        assertEquals(List.of("open lab-context"), asked);
        assertEquals(List.of(first), clusters.all());
        assertSame(first, clusters.connection(LAB).orElseThrow());
        assertEquals(Optional.of(TARGET), clusters.target(LAB));
    }

    @Test
    void aClosedClusterLeavesTheFleetAndCanBeOpenedAnew() {
        clusters.open(TARGET);
        clusters.close(LAB);
        assertEquals(List.of("open lab-context", "close lab"), asked);
        assertTrue(fleet.fleet().getClusters().isEmpty());
        assertEquals(Optional.empty(), clusters.connection(LAB));
        assertEquals(Optional.empty(), clusters.target(LAB));
        clusters.open(TARGET);
        assertEquals("open lab-context", asked.getLast());
    }

    @Test
    void aSimulatedFleetBesideARealClusterIsSaidToBeOneInItsName() {
        ClusterTarget alone = new ClusterTarget(ClusterId.ofSimulated("edge"), Path.of("x"), "edge", true);
        clusters.open(alone);
        assertEquals("edge", shown(alone));
        clusters.close(alone.id());
        clusters.open(TARGET);
        ClusterTarget beside = new ClusterTarget(ClusterId.ofSimulated("lab"), Path.of("y"), "lab", true);
        clusters.open(beside);
        assertEquals("lab (simulated)", shown(beside));
        assertTrue(beside.id().isSimulated() && !LAB.isSimulated(), "also once it has ended");
    }

    @Test
    void aSimulatedFleetThatWasThereFirstGivesUpThePlainNameToTheRealCluster() {
        ClusterTarget simulated = new ClusterTarget(ClusterId.ofSimulated("lab"), Path.of("x"), "lab", true);
        clusters.open(simulated);
        ClusterTarget another = new ClusterTarget(ClusterId.ofSimulated("edge"), Path.of("y"), "edge", true);
        clusters.open(another);
        assertEquals(List.of("lab", "edge"), List.of(shown(simulated), shown(another)));
        clusters.open(TARGET);
        assertEquals(
                List.of("lab (simulated)", "edge (simulated)", "lab"),
                List.of(shown(simulated), shown(another), shown(TARGET)));
        assertTrue(fleet.sent.contains(new Change.Renamed("lab (simulated)")), fleet.sent::toString);
    }

    @Test
    void twoClustersOfOneNameAreOpenApartAndShownApart() {
        ClusterTarget lab = new ClusterTarget(
                new ClusterId("default-1", "default", "default"), Path.of("lab.yaml"), "default", false);
        ClusterTarget production = new ClusterTarget(
                new ClusterId("default-2", "default", "default"), Path.of("prod.yaml"), "default", false);
        ClusterTarget third = new ClusterTarget(
                new ClusterId("default-3", "default", "default"), Path.of("x/prod.yaml"), "default", false);
        ClusterConnection first = clusters.open(lab);
        assertNotSame(first, clusters.open(production));
        clusters.open(third);
        assertEquals(
                List.of("default", "default (prod.yaml)", "default (x/prod.yaml)"),
                List.of(shown(lab), shown(production), shown(third)));
        clusters.close(lab.id());
        clusters.close(production.id());
        clusters.open(production);
        assertEquals("default", shown(production));
    }

    private String shown(ClusterTarget target) {
        return clusters.target(target.id()).orElseThrow().id().name();
    }

    @Test
    void whatIsNotOpenIsNotClosed() {
        clusters.close(new ClusterId("prod"));
        assertEquals(List.of(), asked);
        assertEquals(1, fleet.fleet().getClusters().size());
    }

    @Test
    void atTheEndAllAreClosedAndTheFleetKeepsWhatItShowedLast() {
        clusters.open(TARGET);
        clusters.open(new ClusterTarget(new ClusterId("prod"), Path.of("kubeconfig"), "prod-context", false));
        clusters.closeAll();
        assertTrue(asked.containsAll(List.of("close lab", "close prod")), asked::toString);
        assertEquals(List.of(), clusters.all());
        assertEquals(1, fleet.fleet().getClusters().size());
    }

    @Test
    void aConnectionAtWhoseOtherEndSomebodyElseTurnsUpIsOpenedAnewAsItStandsInItsFile() {
        ClusterId moved = new ClusterId("lab-2", "lab", "lab");
        inFile.add(new ClusterTarget(moved, Path.of("kubeconfig"), "lab-context", false));
        ImpersonatedUser bob = new ImpersonatedUser("bob", List.of());
        ClusterConnection first = clusters.open(TARGET.as(Optional.of(bob)));
        over.getFirst().accept(first, ANOTHER);
        Await.until("it is open", () -> clusters.connection(moved).isPresent());
        assertEquals(List.of("open lab-context", "close lab", "open lab-context"), asked);
        assertEquals(Optional.empty(), clusters.connection(LAB));
        assertEquals(Optional.of(bob), clusters.target(moved).orElseThrow().actAs());
    }

    @Test
    void whatIsOpenAtTheEndIsOpenedAgainAndWhatTheOperatorClosedIsNot() {
        ClusterTarget production = new ClusterTarget(new ClusterId("prod"), Path.of("kubeconfig"), "prod", false);
        clusters.open(TARGET);
        clusters.open(production);
        clusters.close(LAB);
        clusters.closeAll();
        assertEquals(
                List.of(production),
                known.recent().stream()
                        .filter(KnownCluster::open)
                        .map(KnownCluster::target)
                        .toList());
        assertEquals(2, known.recent().size(), "what was closed is among the recent ones");
    }

    @Test
    void aMarkIsShownAtOnceAndAtEachLaterOpening() {
        clusters.open(TARGET);
        clusters.mark(LAB, new ClusterMark(Optional.of(ClusterColor.RED), true));
        assertEquals(new ClusterMark(Optional.of(ClusterColor.RED), true), known.mark(TARGET));
        clusters.close(LAB);
        clusters.open(TARGET);
        assertTrue(fleet.sent.contains(new Change.Marked(true, "RED")), () -> "told to the fleet: " + fleet.sent);
    }

    @Test
    void anotherEntryOfAProductionIsShownAsOneOnceItIsKnownWhereItLeads() {
        clusters.open(TARGET);
        known.identified(TARGET, "uid of prod");
        clusters.mark(LAB, new ClusterMark(Optional.empty(), true));
        ClusterTarget alias = new ClusterTarget(new ClusterId("alias"), Path.of("kubeconfig"), "prod", false);
        clusters.open(alias);
        fleet.sent.clear();
        sinks.getLast().accept(alias.id(), List.of(new Change.Heard(Instant.EPOCH, 0)));
        Await.until(() -> "" + fleet.sent, () -> fleet.sent.contains(new Change.Marked(true, null)));
        assertTrue(known.mark(alias).production());
        fleet.sent.clear();
        clusters.mark(alias.id(), ClusterMark.NONE);
        assertEquals(List.of(new Change.Marked(false, null), new Change.Marked(false, null)), fleet.sent);
    }

    @Test
    void whatTheOperatorClosedIsNotOpenedAnewByItself() {
        ClusterConnection first = clusters.open(TARGET);
        clusters.close(LAB);
        ClusterConnection second = clusters.open(TARGET);
        over.getFirst().accept(first, ANOTHER);
        over.getLast().accept(second, ANOTHER);
        Await.until("the second was opened again", () -> over.size() == 3);
        assertEquals(2, asked.stream().filter("close lab"::equals).count());
    }

    @Test
    void whyAClusterWasOpenedAnewByItselfIsKeptUntilTheOperatorReadItOrClosesIt() {
        ClusterConnection first = clusters.open(TARGET);
        assertEquals(Optional.empty(), clusters.turnover(LAB), "the operator opened it");
        ClusterConnection second = turnOver(first);
        assertEquals(Optional.of(ANOTHER), clusters.turnover(LAB));
        clusters.dismiss(LAB, new IdentityChange(IdentityChange.Of.PERSON, "an earlier one", ANOTHER.since()));
        assertEquals(Optional.of(ANOTHER), clusters.turnover(LAB), "this one was not read yet");
        clusters.dismiss(LAB, ANOTHER);
        assertEquals(Optional.empty(), clusters.turnover(LAB));
        turnOver(second);
        assertEquals(Optional.of(ANOTHER), clusters.turnover(LAB));
        clusters.close(LAB);
        assertEquals(Optional.empty(), clusters.turnover(LAB));
        clusters.open(TARGET);
        assertEquals(Optional.empty(), clusters.turnover(LAB));
    }

    @Test
    void whyItWasOpenedAnewIsKnownAsSoonAsItIsThere() {
        List<Optional<IdentityChange>> known = new CopyOnWriteArrayList<>();
        onOpen = () -> known.add(clusters.turnover(LAB));
        turnOver(clusters.open(TARGET));
        assertEquals(List.of(Optional.empty(), Optional.of(ANOTHER)), known);
    }

    /** Somebody else turns up; returns when it is open anew. */
    private ClusterConnection turnOver(ClusterConnection before) {
        over.getLast().accept(before, ANOTHER);
        Await.until(
                "it was opened again",
                () -> clusters.connection(LAB).filter(now -> now != before).isPresent());
        return clusters.connection(LAB).orElseThrow();
    }

    @Override
    public ClusterConnection open(
            ClusterTarget target, ChangeSink sink, BiConsumer<ClusterConnection, IdentityChange> told) {
        asked.add("open " + target.context());
        onOpen.run();
        over.add(told);
        sinks.add(sink);
        return new Open(target.id(), asked);
    }

    @Override
    public List<ClusterTarget> contexts(Path kubeconfig) {
        return inFile;
    }

    /** Each that is made is another connection, also of one cluster. */
    private static final class Open extends LabCluster {
        private final ClusterId id;
        private final List<String> asked;

        Open(ClusterId id, List<String> asked) {
            this.id = id;
            this.asked = asked;
        }

        @Override
        public ClusterId id() {
            return id;
        }

        @Override
        public String clusterUid() {
            return asked.getLast().equals("open prod") ? "uid of prod" : "";
        }

        @Override
        public void close() {
            asked.add("close " + id);
        }
    }

    @Override
    public ContextList list(Path kubeconfig) {
        return new ContextList(
                kubeconfig.toString(),
                contexts(kubeconfig).stream()
                        .map(target -> new ContextEntry(target, "", "", "", false, ""))
                        .toList(),
                "");
    }

    @Override
    public ClusterTarget again(ClusterTarget target) {
        return contexts(target.kubeconfig()).stream()
                .filter(now -> now.context().equals(target.context()))
                .findFirst()
                .orElse(target)
                .as(target.actAs());
    }

    @Override
    public ContextList usual() {
        return new ContextList("", List.of(), "");
    }
}
