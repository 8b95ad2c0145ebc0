// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.testkit.AllKinds;
import podium.testkit.OpenUmask;
import podium.testkit.Pipes;

class MirrorMemoryTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aPipeInPlaceOfWhatWasKeptHoldsNobodyUp() throws Exception {
        MirrorMemory memory = new MirrorMemory(folder.resolve("known"), List.of("lab"), "build");
        memory.keep(AllKinds.ALL.getFirst(), new RememberedObjects("uid", Instant.EPOCH, "1", List.of()));
        List<Path> kept;
        try (Stream<Path> files = Files.walk(folder)) {
            kept = files.filter(Files::isRegularFile).toList();
        }
        Files.delete(kept.getFirst());
        Pipes.at(kept.getFirst());
        assertTrue(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> memory.recall(AllKinds.ALL.getFirst()))
                .isEmpty());
    }

    @Test
    void whatIsKnownOfAClusterIsForItsOwnerOnlyUnderAnyUmask() throws IOException {
        assumeTrue(OpenUmask.isKnown(), "files have no owners here");
        MirrorMemory memory = new MirrorMemory(folder.resolve("known"), List.of("lab"), "build");
        try (OpenUmask _ = new OpenUmask()) {
            memory.keep(AllKinds.ALL.getFirst(), new RememberedObjects("uid", Instant.EPOCH, "1", List.of()));
        }
        assertTrue(memory.recall(AllKinds.ALL.getFirst()).isPresent());
        assertEquals(List.of(), OpenUmask.open(folder.resolve("known")));
    }
}
