// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.value.ClusterFacts;

class FleetSnapshotsTest {
    @Test
    void everyValueAndCrossReferenceComesBackEqual() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Fleet fleet = RandomFleet.of(seed);
            Fleet back = load(save(fleet));
            assertTrue(EcoreUtil.equals(fleet, back), "seed " + seed + "\n" + save(fleet));
        }
    }

    @Test
    void referencesBetweenTheObjectsLeadToTheObjectsOfTheSameSnapshot() throws IOException {
        Cluster cluster = load(save(RandomFleet.of(1))).getClusters().getFirst();
        cluster.getJobs().forEach(job -> job.getTasks().forEach(task -> {
            if (task.getNode() != null) {
                assertSame(cluster, task.getNode().getCluster());
                assertTrue(task.getNode().getTasks().contains(task));
            }
        }));
    }

    @Test
    void savingDoesNotTouchTheFleet() throws IOException {
        Fleet fleet = RandomFleet.of(2);
        Fleet before = EcoreUtil.copy(fleet);
        save(fleet);
        assertTrue(EcoreUtil.equals(before, fleet));
        assertEquals(null, fleet.eResource());
    }

    @Test
    void whatIsKnownBesidesTheModelIsNeitherCopiedNorSaved() throws IOException {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setFacts(new ClusterFacts() {});
        fleet.getClusters().add(cluster);
        assertNull(FleetSnapshots.copy(fleet).getClusters().getFirst().getFacts());
        assertNull(load(save(fleet)).getClusters().getFirst().getFacts());
    }

    @Test
    void userAndPasswordInAServersAddressAreLeftOut() throws IOException {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setServer("https://admin:hunter2@10.0.0.1:6443/k8s");
        fleet.getClusters().add(cluster);
        String text = save(fleet);
        assertFalse(text.contains("hunter2"));
        assertEquals(
                "https://10.0.0.1:6443/k8s", load(text).getClusters().getFirst().getServer());
    }

    @Test
    void aFileIsReplacedWholeAndNoDraftIsLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fleet.podium");
        FleetSnapshots.save(RandomFleet.of(3), file);
        FleetSnapshots.save(RandomFleet.of(4), file);
        assertTrue(EcoreUtil.equals(RandomFleet.of(4), FleetSnapshots.load(file)));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<?xml version=\"1.0\"?><other/>",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
            })
    void whatIsNoSnapshotIsRefusedWithItsName(String text) {
        SnapshotException e = assertThrows(SnapshotException.class, () -> load(text));
        assertTrue(e.getMessage().startsWith("test.podium "), e.getMessage());
    }

    @Test
    void anUnknownFeatureOrABrokenReferenceIsRefusedWithItsLine() throws IOException {
        String text = "";
        for (int seed = 0; !text.contains(" node=\""); seed++) {
            text = save(RandomFleet.of(seed));
        }
        String odd = text.replaceFirst("<clusters ", "<clusters colour=\"red\" ");
        assertTrue(assertThrows(SnapshotException.class, () -> load(odd))
                .getMessage()
                .contains("line"));
        String dangling = text.replaceFirst(" node=\"[^\"]*\"", " node=\"_nowhere\"");
        assertThrows(SnapshotException.class, () -> load(dangling));
    }

    @Test
    void aSnapshotCannotMakeItsReaderOpenAnotherFile(@TempDir Path folder) throws IOException {
        Path other = folder.resolve("other.podium");
        FleetSnapshots.save(RandomFleet.of(6), other);
        String text = "<?xml version=\"1.0\"?><fleet:Fleet xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:fleet=\"urn:podium:fleet:1\" "
                + "xmlns:evil=\"urn:evil\" xsi:schemaLocation=\"urn:evil " + other.toUri()
                + "\"><evil:x/></fleet:Fleet>";
        assertThrows(SnapshotException.class, () -> load(text));
    }

    @Test
    void everyCutOffSnapshotIsRefusedAndNeverHangs() throws IOException {
        String text = save(RandomFleet.of(7));
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            String cut = text.substring(0, random.nextInt(text.length() - 20));
            assertThrows(SnapshotException.class, () -> load(cut));
        }
    }

    @Test
    void textKeepsEveryCharacter() {
        String nasty = "\u0000\u001b[31m\r\n\t\\u0041 \\ \ud800 \udc00 \ud83d\ude00 \ufffe";
        assertEquals(nasty, SnapshotText.decode(SnapshotText.encode(nasty)));
        assertEquals("plain \\ text", SnapshotText.encode("plain \\ text"));
    }

    private static String save(Fleet fleet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FleetSnapshots.save(fleet, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Fleet load(String text) throws IOException {
        return FleetSnapshots.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.podium");
    }
}
