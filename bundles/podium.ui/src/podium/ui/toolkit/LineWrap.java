// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. Pure; any thread. */
public final class LineWrap {
    private LineWrap() {}

    /** Where a line ends: at a space, else behind a sign that parts words, else where the room ends. */
    private static int breakAt(String text, int most) {
        int space = text.lastIndexOf(' ', most);
        if (space > 0) {
            return space;
        }
        for (int at = most; at > most / 2; at--) {
            if ("/.,=-:".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return most;
    }

    /** Lines of at most so many characters, at least one. */
    public static List<String> lines(String text, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int at = breakAt(rest, most);
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
