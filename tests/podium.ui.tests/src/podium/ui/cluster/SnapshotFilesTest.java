// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.testkit.Await;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeTelemetry;
import podium.ui.label.FailureLabel;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.BackgroundWork;

class SnapshotFilesTest {
    private final FakeFleet made = new FakeFleet();
    private final FakeTelemetry before = new FakeTelemetry(FakeFleet.NOW.toEpochMilli());
    private final FakeTelemetry after = new FakeTelemetry(FakeFleet.NOW.toEpochMilli());
    private final BackgroundWork background = new BackgroundWork(new DirectRealm());

    @Test
    void aSavedFleetOpensAsAClosedClusterWithItsNodesAndJobs(@TempDir Path folder) {
        Cluster cluster = made.cluster("lab", 8);
        made.work(cluster);
        cluster.setLastContact(FakeFleet.NOW);
        cluster.setConnectionSince(FakeFleet.NOW.minusSeconds(60));
        Path file = folder.resolve("night.fleet");
        new SnapshotFiles(FakeFleetService.of(made.fleet()), background, before).save(file, saved -> {}, problem -> {
            throw new AssertionError(problem);
        });
        Await.until("it is written whole", () -> text(file).stripTrailing().endsWith(">"));
        FakeFleet other = new FakeFleet();
        FakeFleetService fleet = FakeFleetService.of(other.fleet());
        List<Cluster> opened = new CopyOnWriteArrayList<>();
        new SnapshotFiles(fleet, background, after).open(file, opened::addAll, problem -> {
            throw new AssertionError(problem);
        });
        Await.until("it is shown", () -> opened.size() == 1);
        Cluster shown = other.fleet().getClusters().getFirst();
        assertEquals(List.of(shown), opened, "who opened it is told, to go there");
        assertEquals("lab (night.fleet)", shown.getName());
        assertTrue(fleet.sent.toString().contains("since=" + FakeFleet.NOW), "not since it was opened: " + fleet.sent);
        Accelerator first = shown.getNodes().getFirst().getAccelerators().getFirst();
        assertEquals(
                before.latest(
                                DeviceKey.of(cluster.getNodes()
                                        .getFirst()
                                        .getAccelerators()
                                        .getFirst()),
                                Metric.POWER)
                        .orElseThrow()
                        .value(),
                Double.parseDouble(first.getReadings().get("POWER").orElseThrow()));
        Await.until("the readings of that moment are shown", () -> after.version() > 1);
        assertEquals(cluster.getJobs().size(), shown.getJobs().size());
        assertEquals(1, shown.getDomains().size());
        shown.setId(Snapshots.KIND + "x");
        shown.setConnection(ConnectionState.CLOSED);
        assertTrue(StateLabels.of(shown).word().startsWith("as it was "), "nothing is wrong with it");
        assertEquals(Optional.empty(), ConnectionNote.of(shown, Optional.empty()));
    }

    @Test
    void aSnapshotThatIsOpenIsShownAnewAndNotTwice(@TempDir Path folder) {
        made.cluster("lab", 8);
        Path file = folder.resolve("night.fleet");
        List<Path> saved = new CopyOnWriteArrayList<>();
        FakeFleetService fleet = FakeFleetService.of(new FakeFleet().fleet());
        new SnapshotFiles(FakeFleetService.of(made.fleet()), background, before).save(file, saved::add, problem -> {
            throw new AssertionError(problem);
        });
        Await.until("it is saved", () -> !saved.isEmpty());
        List<Cluster> opened = new CopyOnWriteArrayList<>();
        for (int times = 1; times <= 2; times++) {
            int all = times;
            new SnapshotFiles(fleet, background, after).open(file, opened::addAll, problem -> {
                throw new AssertionError(problem);
            });
            Await.until("it is shown", () -> opened.size() == all);
        }
        assertEquals(List.of(opened.getLast()), fleet.fleet().getClusters());
        assertEquals(8, opened.getLast().getNodes().size());
    }

    @Test
    void ofAClusterThatHadFailedASnapshotHoldsNothingAndSaysWhatItWas(@TempDir Path folder) {
        Cluster failed = made.cluster("lab", 0);
        failed.setConnection(ConnectionState.FAILED);
        failed.setConnectionMessage("connection refused");
        failed.setConnectionSince(FakeFleet.NOW);
        failed.eUnset(failed.eClass().getEStructuralFeature("lastContact"));
        SnapshotFiles files = new SnapshotFiles(FakeFleetService.of(made.fleet()), background, before);
        assertEquals(List.of("lab"), files.empty(), "said when it is saved");
        List<Path> saved = new CopyOnWriteArrayList<>();
        Path file = folder.resolve("night.fleet");
        files.save(file, saved::add, problem -> {
            throw new AssertionError(problem);
        });
        Await.until("it is saved", () -> !saved.isEmpty());
        FakeFleetService fleet = FakeFleetService.of(new FakeFleet().fleet());
        List<Cluster> opened = new CopyOnWriteArrayList<>();
        new SnapshotFiles(fleet, background, after).open(file, opened::addAll, problem -> {
            throw new AssertionError(problem);
        });
        Await.until("it is shown", () -> !opened.isEmpty());
        assertTrue(
                fleet.sent.toString().contains("the cluster was not connected: connection refused"),
                fleet.sent::toString);
        assertTrue(fleet.sent.toString().contains("since=" + FakeFleet.NOW), fleet.sent::toString);
    }

    @Test
    void theSnapshotThatWasSavedLastIsOfferedFirst(@TempDir Path folder) throws Exception {
        assertEquals(Optional.empty(), SnapshotFiles.newest(folder));
        Path newer = Files.writeString(folder.resolve("a.fleet"), "");
        Path older = Files.writeString(folder.resolve("b.fleet"), "");
        Files.writeString(folder.resolve("c.txt"), "");
        Files.setLastModifiedTime(older, FileTime.from(FakeFleet.NOW.minusSeconds(60)));
        Files.setLastModifiedTime(newer, FileTime.from(FakeFleet.NOW));
        assertEquals(Optional.of(newer), SnapshotFiles.newest(folder));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.io.IOException e) {
            return "";
        }
    }

    @Test
    void aFileThatIsNoSnapshotIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.fleet"), "not a fleet");
        AtomicReference<String> said = new AtomicReference<>("");
        new SnapshotFiles(FakeFleetService.of(made.fleet()), background, before)
                .open(file, _ -> {}, problem -> said.set(FailureLabel.words(problem)));
        Await.until("it is said", () -> !said.get().isEmpty());
        assertTrue(made.fleet().getClusters().isEmpty());
    }
}
