// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Something that takes long. Blocks; not in the UI thread. */
@FunctionalInterface
public interface LongWork {
    /**
     * Does it.
     *
     * @param bytes hears how many bytes are through; throws {@link java.util.concurrent.CancellationException} when the operator has
     *     given it up
     */
    Outcome run(LongConsumer bytes) throws IOException;

    /**
     * What came of it.
     *
     * @param title that it is done, in few words
     * @param words in a sentence
     * @param path of what was made; empty: nothing was
     * @param folder of this machine that it is in; empty: it is elsewhere
     */
    record Outcome(String title, String words, String path, Optional<Path> folder) {}
}
