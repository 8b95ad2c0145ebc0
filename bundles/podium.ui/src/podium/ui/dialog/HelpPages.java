// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/** The pages of the help, as they stand in releng/docs/help.md, which is the same file. */
public final class HelpPages {
    private static final String FILE = "/help/help.md";

    private HelpPages() {}

    /**
     * One page.
     *
     * @param text in lines: paragraphs, and points that begin with a dot
     */
    public record Page(String title, String text) {}

    /** All pages, in their order. */
    public static List<Page> all() {
        try (@Nullable InputStream in = HelpPages.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the bundle: " + FILE);
            }
            return pages(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** The number of the page of a part, by the end of the part's id; the first where it has none. */
    public static int of(List<Page> pages, String part) {
        String name = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).title().replace(" ", "").toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return 0;
    }

    private static List<Page> pages(String markdown) {
        List<Page> pages = new ArrayList<>();
        for (String chapter : markdown.split("(?m)^## ")) {
            int end = chapter.indexOf('\n');
            if (!chapter.startsWith("# ")) {
                pages.add(new Page(chapter.substring(0, end).strip(), paragraphs(chapter.substring(end))));
            }
        }
        return List.copyOf(pages);
    }

    /** Lines of the file that belong together are one, for the window wraps them; marks of code are not shown. */
    private static String paragraphs(String text) {
        return Stream.of(text.strip().split("\n\n|\n(?=- )"))
                .map(paragraph -> paragraph.replaceAll("\\s*\n\\s*", " ").replaceAll("`|\\*(?=\\S)|(?<=\\S)\\*", ""))
                .map(paragraph -> paragraph.startsWith("- ") ? "\u2022  " + paragraph.substring(2) : paragraph)
                .reduce((a, b) -> a + "\n\n" + b)
                .orElse("");
    }
}
