// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jdt.annotation.Nullable;

/** Lines in their order. A few that are others than before are brought to their places, and the rest is not looked at. In the realm. */
final class SortedLines {
    /** One in so many is few. */
    private static final int FEW = 16;

    private final Set<JobLine> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<JobLine> added = Collections.newSetFromMap(new IdentityHashMap<>());
    private JobLine[] lines = {};
    private boolean anew = true;

    void clear() {
        gone.clear();
        added.clear();
        lines = new JobLine[0];
    }

    /** What the order goes by is another now. */
    void anew() {
        anew = true;
    }

    /** Takes a line for another; null: there was none, or is none any more. */
    void replace(@Nullable JobLine before, @Nullable JobLine now) {
        if (before != null && !added.remove(before)) {
            gone.add(before);
        }
        if (now != null) {
            added.add(now);
        }
    }

    /** Whether the lines are others, or in another order, than {@link #all} last told. */
    boolean isStale() {
        return anew || !gone.isEmpty() || !added.isEmpty();
    }

    /**
     * The lines.
     *
     * @param order of two lines, of which no two are equal
     * @param sort brings all into that order
     */
    List<JobLine> all(Comparator<JobLine> order, UnaryOperator<List<JobLine>> sort) {
        if (isStale() && (anew || FEW * (gone.size() + added.size()) > lines.length || !merge(order))) {
            List<JobLine> all = new ArrayList<>(lines.length + added.size());
            for (JobLine line : lines) {
                if (gone.isEmpty() || !gone.contains(line)) {
                    all.add(line);
                }
            }
            all.addAll(added);
            lines = sort.apply(all).toArray(JobLine[]::new);
        }
        gone.clear();
        added.clear();
        anew = false;
        return Collections.unmodifiableList(Arrays.asList(lines));
    }

    /** False: what is gone does not lie where the order says. */
    private boolean merge(Comparator<JobLine> order) {
        int[] out = new int[gone.size()];
        int count = 0;
        for (JobLine line : gone) {
            int at = Arrays.binarySearch(lines, line, order);
            if (at < 0 || lines[at] != line) {
                return false;
            }
            out[count++] = at;
        }
        Arrays.sort(out);
        JobLine[] kept = new JobLine[lines.length - count];
        int from = 0;
        for (int i = 0; i <= count; i++) {
            int to = i < count ? out[i] : lines.length;
            System.arraycopy(lines, from, kept, from - i, to - from);
            from = to + 1;
        }
        JobLine[] more = added.toArray(JobLine[]::new);
        Arrays.sort(more, order);
        lines = merged(kept, more, order);
        return true;
    }

    private static JobLine[] merged(JobLine[] kept, JobLine[] more, Comparator<JobLine> order) {
        JobLine[] all = Arrays.copyOf(kept, kept.length + more.length);
        int left = kept.length;
        for (int i = more.length - 1; i >= 0; i--) {
            int at = Arrays.binarySearch(kept, 0, left, more[i], order);
            int place = at < 0 ? -at - 1 : at;
            System.arraycopy(kept, place, all, place + i + 1, left - place);
            all[place + i] = more[i];
            left = place;
        }
        return all;
    }
}
