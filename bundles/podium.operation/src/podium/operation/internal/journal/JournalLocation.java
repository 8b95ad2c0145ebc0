// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.nio.file.Path;
import podium.core.file.Home;
import podium.core.file.Workspace;
import podium.operation.approval.ApprovalKey;

/**
 * Where this process keeps its journal.
 *
 * @param directory of the journal
 * @param seal of its key and of where it ended: a second place, so that whoever copies, cuts or deletes the one has not the other
 */
public record JournalLocation(Path directory, Path seal) {
    /** System property that names the directory; the console sets it to a folder of its workspace. */
    static final String PROPERTY = "podium.journal";
    /** System property that names the folder in which the seals of all journals of a user are. */
    static final String SEALS = "podium.seals";

    private static final String WITHIN = "seal";

    /** One whose seal lies within it. */
    public JournalLocation(Path directory) {
        this(directory, directory.resolve(WITHIN));
    }

    /** File of the key that the user approves with: beside the seals of the journals. */
    public Path approvalKey() {
        return seal.equals(within()) ? directory.resolve("approval-key.json") : ApprovalKey.usual();
    }

    /** Folder of what approval was asked for here: a copy of the journal does not have it. */
    public Path askedApprovals() {
        return seal.resolve("asked");
    }

    /** Where the seal lies when its own place cannot be written. */
    Path within() {
        return directory.resolve(WITHIN);
    }

    /** What lies in a directory, with its seal among the user's settings. */
    public static JournalLocation in(Path directory) {
        Path second = seals().resolve(JournalSeal.name(directory));
        // the second place first: who may write to the directory only must not put another key in
        return !JournalSeal.isIn(second) && JournalSeal.isIn(directory.resolve(WITHIN))
                ? new JournalLocation(directory)
                : new JournalLocation(directory, second);
    }

    /** The directory told by {@link #PROPERTY}, else one in the Equinox instance area, else one in the operator's home. */
    public static JournalLocation find() {
        String told = System.getProperty(PROPERTY);
        if (told != null && !told.isBlank()) {
            return in(Path.of(told));
        }
        return in(Workspace.own("journal")
                .orElseGet(() -> Home.folder().resolve(".podium").resolve("journal")));
    }

    /** Not in the workspace: a copy or an archive of that has the journal, and must not have what it is sealed with. */
    private static Path seals() {
        String told = System.getProperty(SEALS, "");
        if (!told.isBlank()) {
            return Path.of(told);
        }
        return Workspace.settings().resolve("seals");
    }
}
