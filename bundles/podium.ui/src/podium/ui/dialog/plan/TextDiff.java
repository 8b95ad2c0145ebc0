// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two texts side by side, line by line, by their longest common subsequence. Where what differs is too long for that, all of it
 * is removed and added: its table grows with the product of both lengths. Pure; any thread.
 */
public final class TextDiff {
    /** Entries of the table, of four bytes each: two texts of 2,000 lines. */
    private static final int LARGEST = 4_000_000;

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
        if ((long) a.size() * b.size() > LARGEST) {
            a.forEach(text -> lines.add(new Line(Kind.REMOVED, text, "")));
            b.forEach(text -> lines.add(new Line(Kind.ADDED, "", text)));
            return;
        }
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Kind.SAME, a.get(i++), b.get(j++)));
            } else if (j >= b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Kind.REMOVED, a.get(i++), ""));
            } else {
                lines.add(new Line(Kind.ADDED, "", b.get(j++)));
            }
        }
    }
}
