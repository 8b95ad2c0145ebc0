// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Snapshots as files, and the copies they are made of. */
class SnapshotFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNoBrokenSnapshot() {
        Path file = folder.resolve("gone.podium");
        assertThrows(NoSuchFileException.class, () -> FleetSnapshots.load(file));
    }

    @Test
    void theMessageOnABrokenFileNamesIt() throws IOException {
        Path file = folder.resolve("monday.podium");
        Files.writeString(file, "<fleet");
        SnapshotException e = assertThrows(SnapshotException.class, () -> FleetSnapshots.load(file));
        assertTrue(e.getMessage().startsWith("monday.podium "), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: List",
                "<?xml version=\"1.0\"?><fleet:Fleet xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                        + " xmlns:fleet=\"urn:podium:fleet:1\" colour=\"red\"/>"
            })
    void theMessageOnABrokenFileNamesNoOther(String text) throws IOException {
        Path file = folder.resolve("monday.fleet");
        Files.writeString(file, text);
        SnapshotException e = assertThrows(SnapshotException.class, () -> FleetSnapshots.load(file));
        assertTrue(e.getMessage().startsWith("monday.fleet is broken in line 1: "), e.getMessage());
        assertFalse(e.getMessage().contains("snapshot.podium"), e.getMessage());
    }

    /** What a parser says of them is for who wrote the parser. */
    @Test
    void aSnapshotOfAnotherVersionAndOneWithADoctypeAreSaidInPlainWords() throws IOException {
        Path file = folder.resolve("monday.fleet");
        Files.writeString(
                file,
                "<?xml version=\"1.0\"?><fleet:Fleet xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                        + " xmlns:fleet=\"urn:podium:fleet:99\"/>");
        SnapshotException newer = assertThrows(SnapshotException.class, () -> FleetSnapshots.load(file));
        assertEquals(
                "monday.fleet was saved by another version of Podium, in format 99, which this one cannot read",
                newer.getMessage());
        Files.writeString(file, "<?xml version=\"1.0\"?><!DOCTYPE a><a/>");
        SnapshotException strange = assertThrows(SnapshotException.class, () -> FleetSnapshots.load(file));
        assertFalse(
                strange.getMessage().contains("DOCTYPE") || strange.getMessage().contains("http"), strange::getMessage);
    }

    @Test
    void onlyItsOwnerReadsASnapshot() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("fleet.podium");
        FleetSnapshots.save(RandomFleet.of(1), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatCannotBeReplacedStaysAndNoDraftIsLeft() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("fleet.podium"));
        Files.writeString(taken.resolve("kept"), "as it was");
        assertThrows(IOException.class, () -> FleetSnapshots.save(RandomFleet.of(1), taken));
        assertEquals("as it was", Files.readString(taken.resolve("kept")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aSnapshotSavedTwiceIsTheSameText() throws IOException {
        Fleet fleet = RandomFleet.of(5);
        String first = text(fleet);
        assertEquals(first, text(fleet));
        Fleet back =
                FleetSnapshots.load(new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)), "test.podium");
        assertEquals(first, text(back), "and the one that was read is saved as it was");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://10.0.0.1:6443, https://10.0.0.1:6443",
        "https://admin@10.0.0.1:6443, https://10.0.0.1:6443",
        "https://admin:p%40ss@api.example/k8s, https://api.example/k8s",
        "https://api.example/users/a@b, https://api.example/users/a@b",
        "https://[fd00::1]:6443, https://[fd00::1]:6443",
        "https://:secret@[fd00::1]:6443, https://[fd00::1]:6443",
        "api.example:6443, api.example:6443"
    })
    void anAddressLosesUserAndPasswordAndNothingElse(String server, String kept) {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setServer(server);
        fleet.getClusters().add(cluster);
        assertEquals(kept, FleetSnapshots.copy(fleet).getClusters().getFirst().getServer());
        assertEquals(server, cluster.getServer(), "the fleet itself keeps it");
    }

    @Test
    void aCopyIsItsOwn() {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        Node node = FleetFactory.INSTANCE.createNode();
        Job job = FleetFactory.INSTANCE.createJob();
        Task task = FleetFactory.INSTANCE.createTask();
        fleet.getClusters().add(cluster);
        cluster.getNodes().add(node);
        cluster.getJobs().add(job);
        job.getTasks().add(task);
        task.setNode(node);
        Fleet copy = FleetSnapshots.copy(fleet);
        Cluster copied = copy.getClusters().getFirst();
        Task other = copied.getJobs().getFirst().getTasks().getFirst();
        assertNotSame(task, other);
        assertEquals(copied.getNodes().getFirst(), other.getNode(), "it points into the copy");
        task.setNode(null);
        node.setUnschedulable(true);
        assertEquals(1, copied.getNodes().getFirst().getTasks().size());
        assertFalse(copied.getNodes().getFirst().isUnschedulable());
    }

    @Test
    void anEmptyFleetIsASnapshotToo() throws IOException {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster bare = FleetFactory.INSTANCE.createCluster();
        fleet.getClusters().add(bare);
        Path file = folder.resolve("empty.podium");
        FleetSnapshots.save(fleet, file);
        Fleet back = FleetSnapshots.load(file);
        assertTrue(EcoreUtil.equals(fleet, back));
        assertNull(back.getClusters().getFirst().getServer());
        assertNull(back.eResource(), "nothing holds on to the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u12", "\\u", "\\uzzzz"})
    void anEscapeThatNoSnapshotHoldsIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SnapshotText.decode(text));
    }

    private static String text(Fleet fleet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FleetSnapshots.save(fleet, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
