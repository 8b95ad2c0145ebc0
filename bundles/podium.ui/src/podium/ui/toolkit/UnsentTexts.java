// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import podium.core.change.ClusterId;
import podium.ui.texts.Texts;

/** What is written in open dialogs and was not sent: it is named before its cluster, or the console, is closed. UI thread. */
public final class UnsentTexts {
    private final List<Written> open = new ArrayList<>();

    private record Written(ClusterId cluster, String title, BooleanSupplier unsent) {}

    /**
     * A dialog is open from now on; close the result when it is not any more.
     *
     * @param title of the dialog
     * @param unsent whether something is in it now that would have to be written again
     */
    public AutoCloseable add(ClusterId cluster, String title, BooleanSupplier unsent) {
        Written written = new Written(cluster, title, unsent);
        open.add(written);
        return () -> open.remove(written);
    }

    /** What was not sent to these clusters, each in a line, as it is now. */
    public List<String> lines(Predicate<ClusterId> clusters) {
        return open.stream()
                .filter(it -> clusters.test(it.cluster) && it.unsent.getAsBoolean())
                .map(it -> Texts.of("UnsentTexts.notSent", it.title))
                .toList();
    }
}
