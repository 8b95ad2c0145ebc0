// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import podium.core.text.Counted;

/** What the operator must know of a journal that was read, in words. */
public final class JournalFindings {
    private static final String RELY = " Do not rely on what it says about older operations.";

    private JournalFindings() {}

    /** What shows with each start: lines that do not follow. */
    public static List<String> altered(Path file, JournalScan scan) {
        if (!scan.altered().isEmpty()) {
            return List.of("The journal " + file + " was altered: line "
                    + scan.altered().getFirst() + (scan.altered().size() > 1 ? " and others do" : " does")
                    + " not follow from the lines before." + RELY);
        }
        return scan.before().changed()
                ? List.of("The journal " + file
                        + " was altered: its lines from before it had this key are not what they" + " were." + RELY)
                : List.of();
    }

    /**
     * What is found once and shown until it was read, since the journal goes on from what is there: what is missing, and what cannot
     * be checked.
     */
    public static List<String> lost(Path file, JournalScan scan, JournalSeal seal) {
        List<String> lost = new ArrayList<>();
        Optional<JournalSeal.Head> head = seal.head();
        long missing = head.map(known -> known.count() - scan.count()).orElse(0L);
        if (missing > 0 && scan.count() == 0) {
            lost.add("The journal " + file + " was deleted or emptied: " + Counted.of(missing, "record")
                    + " were in it. What was done before is no longer known here.");
        } else if (missing > 0) {
            lost.add("The end of the journal " + file + " was cut off: " + Counted.of(missing, "record")
                    + " that followed line " + scan.count() + " are missing.");
        } else if (!scan.atHead() && scan.altered().isEmpty()) {
            lost.add("The journal " + file + " was replaced: it is not the one that ended here." + RELY);
        }
        if (seal.key().isEmpty() && scan.before().unknown() > 0) {
            lost.add("The key that the journal " + file + " was sealed with is not in " + seal.folder()
                    + ". Whether it was altered until now is unknown; from now on it is sealed with a new one.");
        } else if (seal.key().isEmpty() && head.isPresent()) {
            lost.add("The key of the journal " + file + " is not in " + seal.folder()
                    + " any more. From now on it is sealed with a new one.");
        } else if (seal.key().stream().anyMatch(key -> scan.count() > key.since()) && head.isEmpty()) {
            lost.add("The end of the journal " + file + " is no longer recorded in " + seal.folder()
                    + ". Whether it was cut off is unknown.");
        }
        return lost;
    }

    /** Of a journal that is being opened, what is known of it by now: why it cannot be opened too. */
    public static List<String> known(CompletableFuture<Journal> journal) {
        if (!journal.isDone()) {
            return List.of();
        }
        try {
            return journal.join().findings();
        } catch (CompletionException e) {
            return List.of(
                    String.valueOf(Optional.ofNullable(e.getCause()).orElse(e).getMessage()));
        }
    }

    /** That a journal of an older Podium goes on; empty: it is none. */
    static Optional<String> continued(Path file, JournalScan scan, JournalSeal seal) {
        return seal.key().isEmpty() && scan.count() > scan.before().unknown()
                ? Optional.of("The journal " + file + " of an older Podium is continued: whoever changed one of its "
                        + Counted.of(scan.count(), "record")
                        + " until now could also adapt the rest; from now on it is sealed with a key. It may hold"
                        + " values of variables of jobs; later ones are kept outside of it.")
                : Optional.empty();
    }
}
