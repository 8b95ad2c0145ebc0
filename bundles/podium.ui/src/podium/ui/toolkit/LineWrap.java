// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Breaks text into lines that fit a width. */
public final class LineWrap {
    /** Characters of a line that is wrapped: the toolkit takes many seconds to lay out one of tens of thousands. */
    public static final int LONGEST = 1_000;

    /** Pixels of what is in a row beside its words: icon, margins, scroll bar. */
    private static final int BESIDE = 48;
    /** Pixels that words get however narrow their table is. */
    private static final int LEAST = 140;

    private LineWrap() {}

    /** A text whose very long lines are several, for the toolkit to wrap. Any thread. */
    public static String broken(String text) {
        return text.lines().flatMap(line -> pieces(line, LONGEST).stream()).collect(Collectors.joining("\n"));
    }

    /** A line in pieces of so many characters at most, none of which ends within a character of two units; at least one. Any thread. */
    public static List<String> pieces(String line, int longest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (line.length() - from > longest) {
            int to = from + longest;
            if (longest > 1 && Character.isSurrogatePair(line.charAt(to - 1), line.charAt(to))) {
                to--;
            }
            pieces.add(line.substring(from, to));
            from = to;
        }
        pieces.add(line.substring(from));
        return pieces;
    }

    /** Pixels for the words of a row of a table that has one column. */
    public static int roomInRow(Composite table) {
        return Math.max(LEAST, table.getClientArea().width - BESIDE);
    }

    /** Where a line ends: at a space, else behind a sign that parts words, else before a capital, else where the room ends. */
    private static int breakAt(String text, int most) {
        int space = text.lastIndexOf(' ', most);
        if (space > 0) {
            return space;
        }
        int least = most / 3;
        for (int at = most; at > least; at--) {
            if ("/.,=-:".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = most; at > least; at--) {
            if (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1))) {
                return at;
            }
        }
        return most;
    }

    /** Lines that are no wider in the font of a control than so many pixels, at least one. UI thread. */
    public static List<String> lines(Control control, String text, int pixels) {
        GC gc = new GC(control);
        try {
            gc.setFont(control.getFont());
            return lines(text, pixels, words -> gc.textExtent(words).x);
        } finally {
            gc.dispose();
        }
    }

    /** The same by another measure. Any thread. */
    public static List<String> lines(String text, int room, ToIntFunction<String> width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width.applyAsInt(rest) > room && rest.length() > 1) {
            int at = breakAt(rest, fitting(rest, room, width));
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How many of the first characters fit, at least one, and fewer than all. */
    private static int fitting(String text, int room, ToIntFunction<String> width) {
        int fits = 1;
        int cut = text.length();
        while (cut - fits > 1) {
            int middle = (fits + cut) / 2;
            if (width.applyAsInt(text.substring(0, middle)) <= room) {
                fits = middle;
            } else {
                cut = middle;
            }
        }
        return Character.isLowSurrogate(text.charAt(fits)) && fits > 1 ? fits - 1 : fits;
    }
}
