// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML text of which a place is within braces or brackets ({@code {a: b}}, JSON), with these written in blocks, so that the place is
 * read as any other.
 *
 * @param text in blocks, as far as the place is concerned
 * @param offset where the place is in it
 * @param bare whether it is in a list, and in no braces within that
 */
record FlowText(String text, int offset, boolean bare) {
    private static final Pattern BEGIN = Pattern.compile("(?m)^([ ]*(?:- +)*)([\"']?[\\w./$-]+[\"']?: +)?(?=[{\\[])");

    /** Empty: the place is in neither. */
    static Optional<FlowText> of(String text, int offset) {
        Matcher begin = BEGIN.matcher(text);
        while (begin.find() && begin.end() < offset) {
            Blocks blocks = new Blocks(text, offset, begin.end(1) - begin.start(1), begin.start(2) >= 0);
            int end = blocks.write(begin.end());
            if (end >= offset) {
                String before = text.substring(0, begin.end());
                return Optional.of(new FlowText(
                        before + blocks.out + "\n" + text.substring(end), before.length() + blocks.at, blocks.bare));
            }
        }
        return Optional.empty();
    }

    /** Writes what is in one pair of braces or brackets in blocks. */
    private static final class Blocks {
        /** What is open: where the entries of it begin, behind the dash of a list. */
        private record Open(boolean list, int column) {}

        private final String text;
        private final int offset;
        private final int lead;
        private final boolean keyed;
        private final StringBuilder out = new StringBuilder();
        private final Deque<Open> open = new ArrayDeque<>();
        /** Whether the next entry begins in a line of its own. */
        private boolean next;
        /** Whether nothing of the entry is written yet. */
        private boolean fresh;

        private boolean bare;
        private int at;

        Blocks(String text, int offset, int lead, boolean keyed) {
            this.text = text;
            this.offset = offset;
            this.lead = lead;
            this.keyed = keyed;
        }

        /** Where it ends; before the place: the place is not in it. */
        int write(int from) {
            char quote = 0;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (i == offset) {
                    mark();
                }
                if (quote != 0) {
                    out.append(c);
                    quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
                } else if (c == '{' || c == '[') {
                    open(c == '[');
                } else if (c == '}' || c == ']') {
                    open.pop();
                    next = false;
                    if (open.isEmpty()) {
                        return i + 1;
                    }
                } else if (c == ',') {
                    next = true;
                } else if (c == '\n' && isLeft(i + 1)) {
                    return i;
                } else if (!Character.isWhitespace(c)) {
                    quote = (c == '"' || c == '\'') && !Character.isLetterOrDigit(text.charAt(i - 1)) ? c : 0;
                    begin();
                    out.append(c);
                    if (c == ':' && "\"'".indexOf(text.charAt(i - 1)) >= 0) {
                        out.append(' ');
                    }
                } else if (!next && !fresh) {
                    out.append(' ');
                }
            }
            if (offset == text.length()) {
                mark();
            }
            return text.length();
        }

        private void mark() {
            begin();
            at = out.length();
            bare = open.element().list();
        }

        /** Whether a line is no part of what was begun above it: it begins no further in. */
        private boolean isLeft(int line) {
            int first = line;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            return first < text.length() && text.charAt(first) != '\n' && first - line < lead + (keyed ? 1 : 0);
        }

        private void open(boolean list) {
            boolean first = open.isEmpty();
            boolean behind = first ? !keyed : open.element().list();
            int outer = first ? lead : open.element().column();
            if (!first) {
                begin();
            }
            open.push(new Open(list, outer + (behind ? 0 : 2) + (list ? 2 : 0)));
            next = list || !behind;
            fresh = true;
        }

        /** Goes to where an entry begins. */
        private void begin() {
            if (next) {
                Open in = open.element();
                int column = in.column() - (in.list() ? 2 : 0);
                out.append('\n').append(" ".repeat(column)).append(in.list() ? "- " : "");
            }
            next = false;
            fresh = false;
        }
    }
}
