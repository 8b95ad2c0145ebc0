// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was once found wrong with the journal, and nobody has said to have read since: a cut history must not look whole after a start. */
final class UnreadFindings {
    private static final String READ = "The operator has read what was found wrong with this journal.";

    private final List<String> words = new ArrayList<>();

    /** The record that all of them were read. */
    static JournalRecord read(Instant now) {
        return new JournalRecord.LogLine("", now, READ, false);
    }

    /** What a record says that the operator has to read; empty: nothing. */
    static Optional<String> finding(JournalRecord entry) {
        return entry instanceof JournalRecord.LogLine said && said.operation().isEmpty() && said.problem()
                ? Optional.of(said.text())
                : Optional.empty();
    }

    /** Takes a record of before, in order. */
    void take(JournalRecord entry) {
        finding(entry).filter(found -> !words.contains(found)).ifPresent(words::add);
        if (entry instanceof JournalRecord.LogLine said
                && said.operation().isEmpty()
                && said.text().equals(READ)) {
            words.clear();
        }
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
