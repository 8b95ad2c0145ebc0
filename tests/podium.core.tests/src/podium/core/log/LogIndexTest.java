// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import podium.core.log.LogIndex.Choice;

class LogIndexTest {
    private final LogRing ring = new LogRing(10_000, 1 << 20);
    private final LogIndex index = new LogIndex(ring);

    private void write(int from, int count) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            lines.add(LogLine.written(0, i, (i % 10 == 0 ? "WARN " : "info ") + i));
        }
        ring.append(lines);
        all();
    }

    private void all() {
        boolean more = true;
        while (more) {
            more = index.advance();
        }
    }

    private static Optional<Pattern> pattern(String text) {
        return Optional.of(Pattern.compile(text));
    }

    @Test
    void allLinesAreShownWhereNothingIsChosen() {
        write(0, 20_000);
        assertEquals(10_000, index.size());
        assertEquals(10_000, index.numberAt(0));
        assertEquals(5, index.placeOf(10_005));
    }

    @Test
    void linesAreTakenInAndLeftOutAlsoThoseThatComeLater() {
        index.choose(new Choice(pattern("^WARN"), pattern("0$"), Optional.empty()));
        write(0, 500);
        assertEquals(0, index.size());
        index.choose(new Choice(pattern("^WARN"), Optional.empty(), Optional.empty()));
        all();
        assertEquals(50, index.size());
        write(500, 100);
        assertEquals(60, index.size());
        assertEquals(590, index.numberAt(59));
        assertEquals(59, index.placeOf(585));
    }

    @Test
    void whatComesLateIsFoundWhereItIsPut() {
        write(100, 100);
        index.choose(new Choice(Optional.empty(), pattern("info"), pattern("WARN")));
        all();
        assertEquals(10, index.found());
        write(0, 100);
        assertEquals(20, index.found());
        assertEquals(20, index.size());
        for (int i = 0; i < 20; i++) {
            assertEquals(10 * i, index.foundAt(i));
            assertEquals(10 * i, index.numberAt(i));
        }
    }

    @Test
    void whatFellOutIsNeitherShownNorFound() {
        index.choose(new Choice(pattern("WARN"), Optional.empty(), pattern("WARN")));
        write(0, 15_000);
        assertEquals(1000, index.size());
        assertEquals(1000, index.found());
        assertEquals(5000, index.numberAt(0));
        assertEquals(5000, index.foundAt(1000));
        assertEquals(14_990, index.foundAt(-1));
    }
}
