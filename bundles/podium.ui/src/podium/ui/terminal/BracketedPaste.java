// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the program wants to be told what is pasted: shells and editors do, by DEC mode 2004 (xterm ctlseqs), which the emulator
 * ignores. Sequences come whole. Heard on one thread, asked on any.
 */
final class BracketedPaste {
    private static final Pattern MODE = Pattern.compile("\u001b(?:c|\\[\\?([0-9;]+)([hl]))");

    private volatile boolean wanted;

    void heard(String text) {
        Matcher found = MODE.matcher(text);
        while (found.find()) {
            if (found.group(1) == null) {
                wanted = false;
            } else if (List.of(found.group(1).split(";")).contains("2004")) {
                wanted = found.group(2).equals("h");
            }
        }
    }

    boolean isWanted() {
        return wanted;
    }
}
