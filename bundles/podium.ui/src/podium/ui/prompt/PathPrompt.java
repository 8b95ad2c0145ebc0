// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import podium.core.change.ClusterId;

/**
 * A file or a folder of a container that the operator is asked for.
 *
 * @param title of what
 * @param words what is asked, in a sentence
 * @param confirm word on the button that goes on
 * @param last what was answered before, the newest first; it is offered
 * @param given what stands there at first
 * @param folders whether only folders are meant
 * @param check what is wrong with an answer, without words where it is only not whole yet; empty: nothing
 * @param listing what is in a folder
 * @param cluster of the container
 */
public record PathPrompt(
        String title,
        String words,
        String confirm,
        List<String> last,
        String given,
        boolean folders,
        Function<String, Optional<String>> check,
        Listing listing,
        ClusterId cluster) {

    /** What is in a folder; the names of folders end with a slash. Blocks; not in the UI thread. */
    @FunctionalInterface
    public interface Listing {
        List<String> of(String folder) throws IOException;
    }

    /** The folder of what is typed, up to its last slash. */
    public static String folder(String typed) {
        return typed.substring(0, typed.lastIndexOf('/') + 1);
    }
}
