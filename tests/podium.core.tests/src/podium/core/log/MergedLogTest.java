// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.core.log.ScriptedLogs.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

class MergedLogTest {
    private static final LogOptions FOLLOW = new LogOptions(true, false, Optional.empty(), OptionalLong.empty());

    private final ScriptedLogs logs = new ScriptedLogs();
    private final LogRing ring = new LogRing(100, 10_000);

    private List<String> text() {
        List<String> text = new ArrayList<>();
        for (long i = ring.first(); i < ring.next(); i++) {
            @Nullable LogLine line = ring.get(i);
            if (line != null && line.kind() == LogLine.Kind.WRITTEN) {
                text.add(line.text());
            }
        }
        return text;
    }

    private MergedLog open() {
        return new MergedLog(logs, FOLLOW, ring, () -> {}, Duration.ofMillis(1));
    }

    @Test
    void whatThereIsOfAllRanksComesInTheOrderOfTime() {
        logs.pod("p0").write(at(1, 0, "a"), at(3, 0, "c")).over = true;
        logs.pod("p1").write(at(2, 0, "b"), at(4, 0, "d")).over = true;
        try (MergedLog log = open()) {
            log.follow(List.of(ScriptedLogs.source(0, "p0"), ScriptedLogs.source(1, "p1")));
            Await.until("all have ended", () -> log.running() == 0 && text().size() == 4);
            assertEquals(List.of("a", "b", "c", "d"), text());
        }
    }

    @Test
    void aRankThatBeginsLaterIsPutWhereItsTimesAre() {
        logs.pod("p0").write(at(1, 0, "a"), at(3, 0, "c"), at(5, 0, "e")).over = true;
        logs.pod("p1").write(at(2, 0, "b"), at(4, 0, "d"), at(6, 0, "f")).over = true;
        try (MergedLog log = open()) {
            log.follow(List.of(ScriptedLogs.source(0, "p0")));
            Await.until("the first is shown", () -> text().size() == 3);
            log.follow(List.of(ScriptedLogs.source(1, "p1")));
            Await.until("both are shown", () -> text().size() == 6);
            assertEquals(List.of("a", "b", "c", "d", "e", "f"), text());
        }
    }

    /** Three seconds were waited for a rank that did not answer. */
    @Test
    void linesAreShownWhileAnotherRankHasNotAnswered() {
        logs.pod("p0").write(at(1, 0, "a")).over = true;
        logs.pod("p1").write(at(2, 0, "b")).over = true;
        CountDownLatch answers = new CountDownLatch(1);
        logs.before = pod -> {
            if (pod.equals("p1")) {
                answers.await();
            }
        };
        long start = System.nanoTime();
        try (MergedLog log = open()) {
            log.follow(List.of(ScriptedLogs.source(0, "p0"), ScriptedLogs.source(1, "p1")));
            Await.until("the first is shown", () -> text().equals(List.of("a")));
            assertTrue(System.nanoTime() - start < 2_500_000_000L, "it waited");
            answers.countDown();
            Await.until("both are shown", () -> text().equals(List.of("a", "b")));
        }
    }

    @Test
    void aLineThatComesLateIsPutWhereItsTimeIs() {
        ring.append(List.of(LogLine.written(0, 10, "a"), LogLine.written(0, 30, "c")));
        ring.append(List.of(
                LogLine.note(0, 10, "what Podium says stays where it came", LogLine.Kind.NOTE),
                LogLine.written(0, 40, "d")));
        List<LogRing.Move> moves = new ArrayList<>();
        ring.onMove(moves::add);
        ring.append(List.of(LogLine.written(1, 20, "b"), LogLine.written(1, 35, "c2")));
        assertEquals(List.of("a", "b", "c", "c2", "d"), text());
        assertEquals(LogLine.Kind.NOTE, Objects.requireNonNull(ring.get(3)).kind());
        assertEquals(
                List.of(0L, 2L, 3L, 5L),
                LongStream.range(0, 4).map(moves.getFirst()::of).boxed().toList());
    }

    /** As of a rank whose node answers late: all of it belongs among much that is there, and the oldest fall out. */
    @Test
    void whatComesLateIsPutAmongMuch() {
        LogRing much = new LogRing(15_000, 1 << 20);
        for (int i = 0; i < 10; i++) {
            int from = i * 1000;
            much.append(IntStream.range(from, from + 1000)
                    .mapToObj(n -> LogLine.written(0, 1 + 2 * n, "even \u001b[31m" + n + "\u001b[0m"))
                    .toList());
        }
        much.append(IntStream.range(0, 10_000)
                .mapToObj(n -> LogLine.written(1, 2 + 2 * n, "odd " + n))
                .toList());
        assertEquals(5_000, much.first());
        assertEquals(20_000, much.next());
        for (long i = much.first(); i < much.next(); i++) {
            LogLine line = Objects.requireNonNull(much.get(i));
            assertEquals(i + 1, line.time());
            assertEquals(i % 2, line.source());
            assertEquals((i % 2 == 0 ? "even " : "odd ") + i / 2, line.text());
        }
    }

    @Test
    void aPodThatReplacesOneGoesOnUnderTheSameRank() {
        logs.pod("p0").write(at(1, 0, "old")).over = true;
        try (MergedLog log = open()) {
            log.follow(List.of(ScriptedLogs.source(0, "p0")));
            Await.until("the first has ended", () -> log.running() == 0);
            ScriptedLogs.Pod next = logs.pod("p0-new").write(at(5, 0, "new"));
            next.over = true;
            next.uid = "other";
            log.follow(List.of(new LogSource(0, "n", "p0-new", "other", "c")));
            Await.until("the new one is there", () -> text().size() == 2);
            assertEquals(List.of("old", "new"), text());
        }
    }

    @Test
    void theOldestFallOutAndAreCounted() {
        List<LogLine> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(LogLine.written(0, i, "line " + i));
        }
        ring.append(many);
        assertEquals(150, ring.first());
        assertEquals(250, ring.next());
        ring.append(List.of(LogLine.written(0, 0, "x".repeat(20_000))));
        assertEquals(250, ring.first());
        assertEquals(251, ring.next());
    }
}
