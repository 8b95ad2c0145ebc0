// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeInUseTest {
    @Test
    void aHomeThatAnotherPodiumWorksWithIsNamedWithWhatToDo(@TempDir Path home) throws IOException {
        assertEquals(Optional.empty(), HomeInUse.words(home), "the first start");
        Path file = Files.createDirectories(home.resolve(".metadata")).resolve(".lock");
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertTrue(lock.isValid());
            String words = HomeInUse.words(home).orElseThrow();
            assertTrue(words.contains(home.toString()) && words.contains("PODIUM_HOME=FOLDER podium"), words);
        }
        assertEquals(Optional.empty(), HomeInUse.words(home), "it has ended");
        try (FileChannel next = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = next.tryLock()) {
            assertTrue(lock != null, "who asks keeps no lock");
        }
    }
}
