// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.approval;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;

/**
 * What this console has asked approval for and no operation has run with yet: a file each, which is gone once one has. It lies
 * apart from the journal, so that neither a second workspace nor a journal that was deleted or put back from a copy runs with an
 * approval once more. Any thread; any number of processes.
 */
public final class AskedApprovals {
    private static final String NAME = "[0-9a-f]{32}";
    private static final int LARGEST = 100;

    private final Path folder;

    public AskedApprovals(Path folder) {
        this.folder = folder;
    }

    /** Keeps that it was asked for; what can count no more at this time is forgotten. */
    void ask(String nonce, Instant at) throws IOException {
        PrivateFiles.folder(folder);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (isOver(file, at)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        PrivateFiles.write(folder.resolve(nonce), at + "\n");
    }

    private static boolean isOver(Path file, Instant now) throws IOException {
        try {
            return Instant.parse(PlainFiles.text(file, LARGEST).strip())
                    .plus(Approvals.LONGEST)
                    .isBefore(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** True when it was asked for here and nothing has run with it. */
    boolean isOpen(String nonce) {
        return nonce.matches(NAME) && Files.isRegularFile(folder.resolve(nonce));
    }

    /** Something runs with it: of all that try, one gets true. */
    boolean use(String nonce) throws IOException {
        return nonce.matches(NAME) && Files.deleteIfExists(folder.resolve(nonce));
    }
}
