// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches lines for a regular expression. Where a text is required by it, the bytes of many lines are searched for that text in one
 * go, and only lines that have it are tried; where it is a text and nothing else, none is. One thread at a time.
 */
final class LogSearch {
    private record Required(RequiredText what, Needle needle) {}

    private final List<Required> any;
    private final Matcher matcher;
    private final AsciiText line = new AsciiText();

    LogSearch(Pattern pattern) {
        boolean folds = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        any = RequiredText.of(pattern).stream()
                .map(it -> new Required(it, new Needle(it.text(), folds)))
                .toList();
        matcher = pattern.matcher("");
        // a match that is tried from where its text stands sees what is before that, too
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Which lines of a piece match: the first of the answer is the first that is to be looked at. */
    boolean[] matches(LogPiece piece) {
        boolean[] matches = new boolean[piece.to() - piece.from()];
        any.forEach(it -> scan(piece, it, matches));
        for (int i = 0; i < matches.length; i++) {
            int number = piece.from() + i;
            if (!matches[i] && (any.isEmpty() || piece.folds(number))) {
                matches[i] = matches(piece, number);
            }
        }
        return matches;
    }

    private void scan(LogPiece piece, Required required, boolean[] matches) {
        byte[] text = piece.text();
        int to = piece.end(piece.to() - 1);
        int number = piece.from();
        int at = required.needle.find(text, piece.start(number), to);
        while (at >= 0) {
            number = piece.lineOf(at, number);
            int next = piece.end(number) + 1;
            int i = number - piece.from();
            if (required.what.whole()) {
                matches[i] = true;
            } else if (required.what.first() && piece.isAscii(number)) {
                matches[i] = matchesAt(piece, number, at);
                next = matches[i] ? next : at + 1;
            } else if (!matches[i]) {
                matches[i] = matches(piece, number);
            }
            at = required.needle.find(text, next, to);
        }
    }

    private boolean matches(LogPiece piece, int number) {
        if (piece.isAscii(number)) {
            line.show(piece, number);
            return matcher.reset(line).find();
        }
        return matcher.reset(piece.words(number)).find();
    }

    private boolean matchesAt(LogPiece piece, int number, int at) {
        line.show(piece, number);
        return matcher.reset(line)
                .region(at - piece.start(number), line.length())
                .lookingAt();
    }

    /** A line whose bytes are its characters, without a copy. */
    private static final class AsciiText implements CharSequence {
        private byte[] text = {};
        private int from;
        private int length;

        void show(LogPiece piece, int number) {
            text = piece.text();
            from = piece.start(number);
            length = piece.end(number) - from;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return (char) text[from + index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder(length);
            return words.append(this, 0, length).toString();
        }
    }
}
