// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import podium.core.text.Counted;
import podium.operation.texts.Texts;

/** What the operator must know of a journal that was read, in words. */
public final class JournalFindings {
    private JournalFindings() {}

    /** What shows with each start: lines that do not follow. */
    public static List<String> altered(Path file, JournalScan scan) {
        if (!scan.altered().isEmpty()) {
            Object first = scan.altered().getFirst();
            return List.of(
                    scan.altered().size() > 1
                            ? Texts.of("JournalFindings.severalLinesWereAltered", file, first)
                            : Texts.of("JournalFindings.oneLineWasAltered", file, first));
        }
        return scan.before().changed()
                ? List.of(Texts.of("JournalFindings.linesBeforeTheKeyWereAltered", file))
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
            lost.add(Texts.of("JournalFindings.theJournalWasDeleted", file, Counted.of(missing, "record")));
        } else if (missing > 0) {
            lost.add(Texts.of("JournalFindings.theEndWasCutOff", file, Counted.of(missing, "record"), scan.count()));
        } else if (!scan.atHead() && scan.altered().isEmpty()) {
            lost.add(Texts.of("JournalFindings.theJournalWasReplaced", file));
        }
        if (seal.key().isEmpty() && scan.before().unknown() > 0) {
            lost.add(Texts.of("JournalFindings.theKeyThatThe", file, seal.folder()));
        } else if (seal.key().isEmpty() && head.isPresent()) {
            lost.add(Texts.of("JournalFindings.theKeyOfThe", file, seal.folder()));
        } else if (seal.key().stream().anyMatch(key -> scan.count() > key.since()) && head.isEmpty()) {
            lost.add(Texts.of("JournalFindings.theEndIsNotRecorded", file, seal.folder()));
        }
        return lost;
    }

    /** That its last record was not written to its end; empty: it was. */
    public static Optional<String> torn(Path file, JournalScan scan) {
        return scan.torn() ? Optional.of(Texts.of("JournalFindings.theLastRecordIsHalf", file)) : Optional.empty();
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
                ? Optional.of(Texts.of("JournalFindings.theJournalOfAn", file, Counted.of(scan.count(), "record")))
                : Optional.empty();
    }
}
