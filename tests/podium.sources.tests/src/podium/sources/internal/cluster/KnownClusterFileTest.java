// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterColor;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.KnownCluster;

class KnownClusterFileTest {
    private static final ClusterMark RED = new ClusterMark(Optional.of(ClusterColor.RED), true);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-04T12:00:00Z");

    private KnownClusterFile open() {
        return new KnownClusterFile(Optional.of(folder.resolve("own/clusters.json")), () -> now);
    }

    private static ClusterTarget target(String id) {
        return new ClusterTarget(
                new ClusterId(id, "default", "default"),
                Path.of("/home/ana/.kube/" + id),
                List.of(Path.of("/a"), Path.of("/b")),
                "default",
                false,
                Optional.empty());
    }

    /** A second context for a locked production was opened, unlocked without a question, and wrote to it. */
    @Test
    void whatIsProductionByOneEntryIsSoByEachThatLeadsToTheSameCluster() {
        KnownClusterFile known = open();
        known.opened(target("one"));
        known.mark(target("one"), RED);
        known.identified(target("one"), "uid-a");
        KnownClusterFile later = open();
        later.opened(target("alias"));
        assertEquals(ClusterMark.NONE, later.mark(target("alias")), "nobody knows yet where it leads");
        later.identified(target("alias"), "uid-a");
        assertEquals(new ClusterMark(Optional.empty(), true), later.mark(target("alias")));
        later.opened(target("other"));
        later.identified(target("other"), "uid-b");
        assertEquals(ClusterMark.NONE, later.mark(target("other")));
        later.mark(target("alias"), ClusterMark.NONE);
        assertEquals(new ClusterMark(RED.color(), false), open().mark(target("one")));
    }

    @Test
    void theNextStartKnowsWhatWasOpenTheLastOpenedFirst() {
        KnownClusterFile known = open();
        known.opened(target("one"));
        now = now.plusSeconds(1);
        known.opened(target("two").as(Optional.of(new ImpersonatedUser("bob", List.of()))));
        known.closed(target("one"));
        List<KnownCluster> recent = open().recent();
        assertEquals(
                List.of(target("two"), target("one")),
                recent.stream().map(KnownCluster::target).toList(),
                "as oneself, whoever it was looked at as");
        assertEquals(
                List.of(true, false), recent.stream().map(KnownCluster::open).toList());
        assertEquals(
                List.of(Path.of("/a"), Path.of("/b")),
                recent.getFirst().target().merged());
    }

    @Test
    void aMarkIsOfTheClusterAndNotOfAnotherOfItsName() {
        open().mark(target("one"), RED);
        assertEquals(RED, open().mark(target("one")));
        assertEquals(ClusterMark.NONE, open().mark(target("two")));
        assertEquals(List.of(), open().recent(), "a mark opens nothing");
        KnownClusterFile known = open();
        known.opened(target("one"));
        known.closed(target("one"));
        assertEquals(RED, open().mark(target("one")));
    }

    @Test
    void aSimulatedFleetIsTheSameInEachOfItsRuns() {
        ClusterTarget first = new ClusterTarget(new ClusterId("edge-1", "edge", "edge"), folder, "edge", true);
        ClusterTarget second = new ClusterTarget(new ClusterId("edge-2", "edge", "edge"), folder, "edge", true);
        KnownClusterFile known = open();
        known.opened(first);
        known.mark(first, RED);
        assertEquals(RED, known.mark(second));
        known.opened(second);
        assertEquals(1, known.recent().size());
    }

    @Test
    void anEntryThatNobodyWroteSoIsPassedOver() throws Exception {
        Files.createDirectories(folder.resolve("own"));
        Files.writeString(file(), "{\"clusters\": [7, {\"id\": \"x\", \"opened\": \"then\"}]}");
        assertEquals(List.of(), open().recent());
        open().opened(target("one"));
        assertEquals(1, open().recent().size());
        assertEquals(Optional.empty(), open().lost());
    }

    private Path file() {
        return folder.resolve("own/clusters.json");
    }

    @Test
    void aFileThatIsCutIsPutAsideAndItIsSaidThatTheMarksAreGone() throws Exception {
        assertEquals(Optional.empty(), open().lost(), "there was none");
        open().mark(target("one"), RED);
        String whole = Files.readString(file());
        Path aside = folder.resolve("own/clusters.json.unreadable");
        for (String text : List.of(whole.substring(0, whole.length() / 2), "", "nonsense", "[]")) {
            Files.writeString(file(), text);
            KnownClusterFile known = open();
            assertEquals(ClusterMark.NONE, known.mark(target("one")), text);
            String said = known.lost().orElseThrow();
            assertTrue(said.contains("production") && said.contains(aside.toString()), said);
            assertEquals(text, Files.readString(aside));
            known.mark(target("one"), RED);
            assertEquals(RED, open().mark(target("one")));
        }
    }

    @Test
    void whatIsMarkedOrOpenIsKeptHoweverManyWereLookedAt() {
        KnownClusterFile known = new KnownClusterFile(Optional.empty(), () -> now);
        known.mark(target("marked"), RED);
        known.opened(target("open"));
        for (int i = 0; i < 300; i++) {
            now = now.plusSeconds(1);
            known.opened(target("c" + i));
            known.closed(target("c" + i));
        }
        List<ClusterTarget> kept =
                known.recent().stream().map(KnownCluster::target).toList();
        assertTrue(kept.size() <= 200 && kept.contains(target("open")) && kept.contains(target("c299")));
        assertFalse(kept.contains(target("c0")));
        assertEquals(RED, known.mark(target("marked")));
    }
}
