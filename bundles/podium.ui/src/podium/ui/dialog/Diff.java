// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two texts side by side, line by line, by their longest common subsequence. Pure; any thread. */
final class Diff {
    private Diff() {}

    /** A pair of lines. On a removed or added one the other side is empty. */
    record Line(Kind kind, String before, String after) {}

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    static List<Line> of(String before, String after) {
        List<String> a = before.lines().toList();
        List<String> b = after.lines().toList();
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
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
        return Collections.unmodifiableList(lines);
    }
}
