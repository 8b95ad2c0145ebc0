// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import podium.core.log.LogIndex.Choice;

/** A search finds what {@link java.util.regex.Matcher#find} does on the text of each line, however the lines are kept. */
class LogSearchTest {
    private static final int IGNORES_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final List<String> WORDS = List.of(
            "step",
            "STEP",
            "\u017ftep",
            "loss",
            "2.1",
            "K",
            "\u212aelvin",
            "k",
            "i",
            "\u0130",
            "\u0131",
            "I",
            "gr\u00f6\u00dfe",
            "GR\u00d6SSE",
            "\u9519\u8bef",
            "\u2588\u258f",
            "\ud83d\ude00",
            "error",
            "xid 79",
            "",
            " ",
            "\u001b[31mred\u001b[0m",
            "st\u001b[1mep\u001b[0m",
            "\u00e9",
            "\u00c9",
            "a\nb");
    private static final List<String> REGEXES = List.of(
            "step",
            "STEP 2\\.1",
            "kelvin",
            "i",
            "\u0130",
            "\u00c9",
            "gr\u00f6",
            "\u9519\u8bef",
            "\u8bef.*\u2588",
            "red",
            "error|xid \\d+",
            "error|xid",
            "st?ep",
            "^step",
            "step$",
            "\\bstep\\b",
            "(?<=lo)ss",
            "ss(?= 2)",
            "loss [0-9]",
            "[a-c]",
            "..",
            "",
            "s+ ?2",
            "(step|loss) 2",
            "p\\b",
            "step(?<=a step)",
            "\\Q2.1\\E",
            "\ud83d\ude00",
            "p\nl");

    private final LogRing ring = new LogRing(20_000, 1 << 20);
    private final Random random = new Random(7);

    private List<LogLine> lines(int count) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(5); word >= 0; word--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
            }
            lines.add(LogLine.written(i % 3, i, text.toString()));
        }
        return lines;
    }

    private static List<Long> found(LogIndex index) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < index.found(); i++) {
            found.add(index.foundAt(i));
        }
        return found;
    }

    private static void all(LogIndex index) {
        boolean more = true;
        while (more) {
            more = index.advance();
        }
    }

    @Test
    void whatMatchesIsFoundWhateverTheLettersAre() {
        List<LogLine> lines = lines(6000);
        ring.append(lines);
        for (String regex : REGEXES) {
            for (int flags : new int[] {0, Pattern.CASE_INSENSITIVE, IGNORES_CASE}) {
                Pattern pattern = Pattern.compile(regex, flags);
                List<Long> expected = new ArrayList<>();
                for (int i = 0; i < lines.size(); i++) {
                    if (pattern.matcher(lines.get(i).text()).find()) {
                        expected.add((long) i);
                    }
                }
                LogIndex index = new LogIndex(ring);
                index.choose(new Choice(Optional.empty(), Optional.empty(), Optional.of(pattern)));
                all(index);
                assertEquals(expected, found(index), regex + " with " + flags);
                index.choose(new Choice(Optional.of(pattern), Optional.empty(), Optional.empty()));
                all(index);
                assertEquals(expected.size(), index.size(), regex + " with " + flags);
                index.choose(new Choice(Optional.empty(), Optional.of(pattern), Optional.empty()));
                all(index);
                assertEquals(lines.size() - expected.size(), index.size(), regex + " with " + flags);
            }
        }
    }

    @Test
    void aWordIsFoundAcrossAChangeOfColour() {
        ring.append(List.of(LogLine.written(0, 1, "a \u001b[31mout of\u001b[1m mem\u001b[0mory b")));
        LogIndex index = new LogIndex(ring);
        index.choose(new Choice(
                Optional.empty(), Optional.empty(), Optional.of(Pattern.compile("of memory", IGNORES_CASE))));
        all(index);
        assertEquals(List.of(0L), found(index));
    }

    @Test
    void whatPodiumSaysIsShownAndFoundToo() {
        ring.append(List.of(
                LogLine.written(0, 1, "one"),
                LogLine.note(0, 2, "p0: ended with exit code 1", LogLine.Kind.NOTE),
                LogLine.written(0, 3, "exit")));
        LogIndex index = new LogIndex(ring);
        Optional<Pattern> exit = Optional.of(Pattern.compile("exit"));
        index.choose(new Choice(Optional.of(Pattern.compile("one")), Optional.empty(), exit));
        all(index);
        assertEquals(2, index.size());
        assertEquals(List.of(1L), found(index));
    }

    @Test
    void whatFallsOutWhileItIsSearchedIsNotFound() {
        LogRing small = new LogRing(9000, 1 << 20);
        LogIndex index = new LogIndex(small);
        index.choose(
                new Choice(Optional.of(Pattern.compile("e")), Optional.empty(), Optional.of(Pattern.compile("step"))));
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            lines.add(LogLine.written(0, i, "step " + i));
        }
        small.append(lines);
        index.advance();
        int before = index.found();
        for (int i = 0; i < 3; i++) {
            small.append(lines);
        }
        all(index);
        assertEquals(true, before > 0 && before < 5000);
        assertEquals(9000, index.found());
        assertEquals(9000, index.size());
        assertEquals(11_000, index.foundAt(0));
        assertEquals(19_999, index.numberAt(8999));
    }

    @Test
    void linesComeBackAsTheyWereWritten() {
        List<LogLine> lines = lines(30_000);
        ring.append(lines);
        assertEquals(10_000, ring.first());
        for (int i = 10_000; i < 30_000; i++) {
            LogLine line = java.util.Objects.requireNonNull(ring.get(i));
            LogLine written = lines.get(i);
            assertEquals(written.text(), line.text());
            assertEquals(written.time(), line.time());
            assertEquals(written.source(), line.source());
            assertEquals(written.kind(), line.kind());
            org.junit.jupiter.api.Assertions.assertArrayEquals(written.styles(), line.styles());
        }
    }
}
