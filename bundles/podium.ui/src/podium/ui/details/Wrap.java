// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. Pure; any thread. */
final class Wrap {
    private Wrap() {}

    /** Lines of at most so many characters, at least one; a word longer than that is broken. */
    static List<String> lines(String text, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int space = rest.lastIndexOf(' ', most);
            int at = space > 0 ? space : most;
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
