// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Something that takes long. Blocks; not in the UI thread. */
@FunctionalInterface
public interface LongWork {
    /**
     * Does it.
     *
     * @param bytes hears how many bytes are through; throws {@link java.util.concurrent.CancellationException} when the operator has
     *     given it up
     * @return what came of it, in a sentence
     */
    String run(LongConsumer bytes) throws IOException;
}
