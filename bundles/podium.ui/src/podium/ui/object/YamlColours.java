// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** Colours for the lines of a YAML text, worked out for those that are painted. UI thread. */
public final class YamlColours {
    private static final Pattern LINE =
            Pattern.compile("^(\\s*(?:-\\s+)*)([\\w./~$@-][^:#]*|\"[^\"]*\"|'[^']*')(:)(?=\\s|$)\\s*(.*)$");
    private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(.*)$");
    private static final Pattern WORD = Pattern.compile("-?\\d[\\w.]*|true|false|null|~");

    /** Longer lines are nobody's writing. */
    private static final int LONGEST = 1000;

    private YamlColours() {}

    /** Colours a text, now and after each change of it and of the theme. */
    public static void on(StyledText text, Theme theme) {
        text.addLineStyleListener(event -> event.styles = styles(event.lineOffset, event.lineText, theme));
        theme.onTheme(text, text::redraw);
    }

    /** What of a line is what: the part, and the meaning of its colour. */
    record Part(int start, int length, Name name) {}

    private static StyleRange[] styles(int offset, String line, Theme theme) {
        return parts(line).stream()
                .map(part -> new StyleRange(offset + part.start(), part.length(), theme.color(part.name()), null))
                .toArray(StyleRange[]::new);
    }

    static List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        if (line.length() > LONGEST) {
            return parts;
        }
        Matcher field = LINE.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.stripLeading().startsWith("#")) {
            parts.add(new Part(0, line.length(), Name.MUTED));
        } else if (field.matches()) {
            parts.add(new Part(field.start(2), field.end(2) - field.start(2), Name.HELD));
            value(field.group(4), field.start(4), parts);
        } else if (item.matches()) {
            value(item.group(1), item.start(1), parts);
        }
        return parts;
    }

    private static void value(String value, int start, List<Part> parts) {
        String plain = value.strip();
        if (plain.isEmpty()) {
            return;
        }
        Name name = plain.startsWith("#")
                ? Name.MUTED
                : plain.startsWith("\"") || plain.startsWith("'")
                        ? Name.GOOD
                        : WORD.matcher(plain).matches() ? Name.WAITING : Name.TEXT;
        if (name != Name.TEXT) {
            parts.add(new Part(start, value.length(), name));
        }
    }
}
