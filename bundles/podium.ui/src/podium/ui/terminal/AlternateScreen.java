// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts what a program writes by the screen it is for: full screen programs ask for the alternate one by DEC mode 47, 1047 or 1049
 * (xterm ctlseqs), which the emulator ignores. A sequence that is not whole yet waits for the rest. One thread.
 */
final class AlternateScreen {
    private static final Pattern SWITCH = Pattern.compile("\u001b\\[\\?(?:47|1047|1049)([hl])");
    private static final Pattern BEGINNING = Pattern.compile("\u001b(?:\\[(?:\\?[0-9;]{0,16})?)?\\z");

    private final BiConsumer<Boolean, String> parts;
    private String waiting = "";
    private boolean alternate;

    /** @param parts takes each text with whether it is for the alternate screen; an empty one says that it was switched to */
    AlternateScreen(BiConsumer<Boolean, String> parts) {
        this.parts = parts;
    }

    void write(String text) {
        String all = waiting + text;
        Matcher begun = BEGINNING.matcher(all);
        int end = begun.find() ? begun.start() : all.length();
        waiting = all.substring(end);
        Matcher found = SWITCH.matcher(all).region(0, end);
        int from = 0;
        while (found.find()) {
            give(all.substring(from, found.start()));
            alternate = found.group(1).equals("h");
            parts.accept(alternate, "");
            from = found.end();
        }
        give(all.substring(from, end));
    }

    private void give(String text) {
        if (!text.isEmpty()) {
            parts.accept(alternate, text);
        }
    }
}
