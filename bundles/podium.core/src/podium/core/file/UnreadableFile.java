// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import podium.core.texts.Texts;

/**
 * A file of the settings that could not be read, put aside before it is written anew: what was in it is not lost.
 *
 * @param place where it is now
 * @param moved false: it is where it was, and cannot be moved
 */
public record UnreadableFile(Path place, boolean moved) {
    private static final Logger LOG = System.getLogger(UnreadableFile.class.getName());

    /** Puts one aside, beside where it was, over one that was put aside before. */
    public static UnreadableFile putAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new UnreadableFile(aside, true);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "an unreadable file stays where it is", e);
            return new UnreadableFile(file, false);
        }
    }

    /** Where it is, as the end of a sentence. */
    public String words() {
        return moved ? place + "." : Texts.of("UnreadableFile.whichCannotBeMoved", place);
    }
}
