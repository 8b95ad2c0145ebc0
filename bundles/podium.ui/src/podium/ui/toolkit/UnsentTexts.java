// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import podium.core.change.ClusterId;
import podium.ui.texts.Texts;

/** What is written in dialogs and was not sent: it is named before its cluster, or the console, is closed. UI thread. */
public final class UnsentTexts {
    private final List<Written> open = new ArrayList<>();

    private record Written(Optional<ClusterId> cluster, String words, BooleanSupplier unsent) {}

    /**
     * A dialog is open from now on; close the result when it is not any more.
     *
     * @param title of the dialog
     * @param unsent whether something is in it now that would have to be written again
     */
    public AutoCloseable add(ClusterId cluster, String title, BooleanSupplier unsent) {
        return add(Optional.of(cluster), Texts.of("UnsentTexts.notSent", title), unsent);
    }

    /**
     * The same of what is kept for the next time, whatever cluster is closed until then: only the end of the console ends it.
     *
     * @param words that it is lost
     */
    public void keep(String words, BooleanSupplier unsent) {
        add(Optional.empty(), words, unsent);
    }

    private AutoCloseable add(Optional<ClusterId> cluster, String words, BooleanSupplier unsent) {
        Written written = new Written(cluster, words, unsent);
        open.add(written);
        return () -> open.remove(written);
    }

    /** What was not sent to this cluster, each in a line, as it is now. */
    public List<String> lines(ClusterId cluster) {
        return lines(it -> it.cluster.equals(Optional.of(cluster)));
    }

    /** All that was not sent, each in a line, as it is now. */
    public List<String> lines() {
        return lines(_ -> true);
    }

    private List<String> lines(Predicate<Written> which) {
        return open.stream()
                .filter(it -> which.test(it) && it.unsent.getAsBoolean())
                .map(Written::words)
                .toList();
    }
}
