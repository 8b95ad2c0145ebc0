// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static podium.core.log.ScriptedLogs.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    void aPodThatReplacesOneGoesOnUnderTheSameRank() {
        logs.pod("p0").write(at(1, 0, "old")).over = true;
        try (MergedLog log = open()) {
            log.follow(List.of(ScriptedLogs.source(0, "p0")));
            Await.until("the first has ended", () -> log.running() == 0);
            ScriptedLogs.Pod next = logs.pod("p0-new").write(at(5, 0, "new"));
            next.over = true;
            next.uid = "other";
            log.follow(List.of(new LogSource(0, "0", "n", "p0-new", "other", "c")));
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
