// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two texts side by side, line by line, with as few removed and added lines as can be (Myers, An O(ND) difference algorithm). Where
 * that are very many, all from the first that differs to the last is removed and added. Pure; any thread.
 */
public final class TextDiff {
    /** Removed and added lines that are looked for: the time grows with them, and the room with their square. */
    private static final int MOST = 2_000;

    private TextDiff() {}

    /** A pair of lines. On a removed or added one the other side is empty. */
    public record Line(Kind kind, String before, String after) {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public static List<Line> of(String before, String after) {
        List<String> a = before.lines().toList();
        List<String> b = after.lines().toList();
        int least = Math.min(a.size(), b.size());
        int head = 0;
        while (head < least && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        same(a.subList(0, head), lines);
        between(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), lines);
        same(a.subList(a.size() - tail, a.size()), lines);
        return Collections.unmodifiableList(lines);
    }

    private static void same(List<String> texts, List<Line> into) {
        texts.forEach(text -> into.add(new Line(Kind.SAME, text, text)));
    }

    private static void between(List<String> a, List<String> b, List<Line> lines) {
        Map<String, Integer> ids = new HashMap<>();
        int[] from = ids(a, ids);
        int[] to = ids(b, ids);
        // how far into the first text so many differences lead, by how much further that is than into the second
        int[] far = new int[2 * MOST + 3];
        int zero = MOST + 1;
        List<int[]> steps = new ArrayList<>();
        for (int d = 0; d <= MOST; d++) {
            steps.add(Arrays.copyOfRange(far, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                int i = isAdded(far, zero, k, d) ? far[zero + k + 1] : far[zero + k - 1] + 1;
                while (i < from.length && i - k < to.length && from[i] == to[i - k]) {
                    i++;
                }
                far[zero + k] = i;
                if (i >= from.length && i - k >= to.length) {
                    lines.addAll(back(a, b, steps));
                    return;
                }
            }
        }
        a.forEach(text -> lines.add(new Line(Kind.REMOVED, text, "")));
        b.forEach(text -> lines.add(new Line(Kind.ADDED, "", text)));
    }

    private static int[] ids(List<String> texts, Map<String, Integer> ids) {
        return texts.stream()
                .mapToInt(text -> ids.computeIfAbsent(text, _ -> ids.size()))
                .toArray();
    }

    /** Whether the last of so many differences is an added line. */
    private static boolean isAdded(int[] far, int zero, int k, int d) {
        return k == -d || k != d && far[zero + k - 1] < far[zero + k + 1];
    }

    /** The way that led to the ends of both. */
    private static Deque<Line> back(List<String> a, List<String> b, List<int[]> steps) {
        Deque<Line> lines = new ArrayDeque<>();
        int i = a.size();
        int j = b.size();
        for (int d = steps.size() - 1; d >= 0; d--) {
            int[] far = steps.get(d);
            boolean added = isAdded(far, d + 1, i - j, d);
            int k = added ? i - j + 1 : i - j - 1;
            int start = d == 0 ? 0 : far[d + 1 + k];
            while (i > start && j > (d == 0 ? 0 : start - k)) {
                lines.addFirst(new Line(Kind.SAME, a.get(--i), b.get(--j)));
            }
            if (d > 0) {
                lines.addFirst(added ? new Line(Kind.ADDED, "", b.get(--j)) : new Line(Kind.REMOVED, a.get(--i), ""));
            }
        }
        return lines;
    }
}
