// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.core.log.ScriptedLogs.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import podium.core.log.LogLine.Kind;
import podium.testkit.Await;

class LogTailTest {
    private final ScriptedLogs logs = new ScriptedLogs();
    private final ScriptedLogs.Pod pod = logs.pod("p");
    private final List<LogLine> lines = new ArrayList<>();

    private List<String> run(LogOptions options) {
        new LogTail(
                        logs,
                        ScriptedLogs.source(0, "p"),
                        options,
                        new LogTail.Sink() {
                            @Override
                            public void line(LogLine line) {
                                lines.add(line);
                            }

                            @Override
                            public void caughtUp(LogTail tail) {
                                // nobody waits
                            }
                        },
                        Duration.ofMillis(1))
                .run();
        return lines.stream().map(LogLine::text).toList();
    }

    private static LogOptions all(boolean follow) {
        return new LogOptions(follow, false, Optional.empty(), OptionalLong.empty());
    }

    private void ends() {
        pod.over = true;
    }

    private long gaps() {
        return lines.stream().filter(line -> line.kind() == Kind.GAP).count();
    }

    @Test
    void noLineComesTwiceAndNoneIsLostOverABrokenConnection() {
        pod.write(at(1, 0, "a"), at(1, 5, "b"));
        logs.breaks.add(() -> pod.write(at(1, 7, "c"), at(2, 0, "d")));
        logs.breaks.add(() -> {
            pod.write(at(3, 0, "e"));
            ends();
        });
        assertEquals(List.of("a", "b", "c", "d", "e"), run(all(true)).subList(0, 5));
        assertEquals(0, gaps());
    }

    @Test
    void linesOfTheSameNanosecondAreToldApartByTheirCount() {
        pod.write(at(1, 5, "x"), at(1, 5, "x"));
        logs.breaks.add(() -> {
            pod.write(at(1, 5, "x"), at(1, 6, "y"));
            ends();
        });
        assertEquals(List.of("x", "x", "x", "y"), run(all(true)).subList(0, 4));
        assertEquals(0, gaps());
    }

    @Test
    void aLogThatWasCutMeanwhileHasAGapWhereLinesMayBeMissing() {
        pod.write(at(1, 0, "a"));
        logs.breaks.add(() -> {
            pod.runs.getLast().clear();
            pod.write(at(9, 0, "z"));
            ends();
        });
        List<String> text = run(all(true));
        assertEquals("a", text.get(0));
        assertTrue(text.get(1).contains("lines may be missing here"), text::toString);
        assertEquals("z", text.get(2));
        assertEquals(1, gaps());
    }

    @Test
    void theRestOfTheRunBeforeIsReadWhenAContainerWasStartedAgain() {
        pod.write(at(1, 0, "a"));
        logs.breaks.add(() -> {
            pod.write(at(2, 0, "Killed"));
            pod.runs.add(new ArrayList<>());
            pod.write(at(5, 0, "again"));
            ends();
        });
        List<String> text = run(all(true));
        assertEquals(List.of("a", "Killed"), text.subList(0, 2));
        assertTrue(text.get(2).endsWith("started again: 1 restart"), text::toString);
        assertEquals("again", text.get(3));
        assertEquals(0, gaps());
    }

    /** It was said that lines may be missing, and then the run came once more. */
    @Test
    void aContainerThatStartsAgainWhileItsLogIsOpenedIsSaidToHaveRestarted() {
        pod.write(at(1, 0, "a"));
        logs.breaks.add(() -> logs.before = _ -> {
            logs.before = _ -> {};
            pod.runs.add(new ArrayList<>());
            pod.write(at(5, 0, "again"));
            ends();
        });
        assertEquals(
                List.of(
                        "a",
                        "p: the container was started again: 1 restart",
                        "again",
                        "p: ended with exit code 1 (Error)"),
                run(all(true)));
        assertEquals(0, gaps());
    }

    @Test
    void aRestartThatIsCountedWhileTheContainerStillWaitsIsToldWhenItStarts() {
        pod.named = true;
        pod.write(at(1, 0, "a"));
        logs.breaks.add(() -> pod.early = 1);
        logs.breaks.add(() -> {
            pod.early = 0;
            pod.runs.add(new ArrayList<>());
            pod.write(at(5, 0, "again"));
            ends();
        });
        assertEquals(
                List.of(
                        "a",
                        "p: the container was started again: 1 restart",
                        "again",
                        "p: ended with exit code 1 (Error)"),
                run(all(true)));
        assertEquals(0, gaps());
    }

    private static Optional<Duration> sinceSecond(double second) {
        Instant from = Instant.parse("2026-01-01T00:00:00Z").plusMillis((long) (second * 1000));
        return Optional.of(Duration.between(from, Instant.now()));
    }

    @Test
    void aContainerThatCrashesAgainAndAgainIsReadRunByRunWithinTheTimeThatIsWanted() {
        pod.write(at(1, 0, "too early"), at(3, 0, "a"));
        logs.breaks.add(() -> {
            pod.runs.add(new ArrayList<>());
            pod.write(at(4, 0, "b"));
        });
        logs.breaks.add(() -> {
            pod.write(at(5, 0, "crash"));
            pod.runs.add(new ArrayList<>());
            pod.write(at(6, 0, "c"));
            ends();
        });
        assertEquals(
                List.of(
                        "a",
                        "p: the container was started again: 1 restart",
                        "b",
                        "crash",
                        "p: the container was started again: 2 restarts",
                        "c",
                        "p: ended with exit code 1 (Error)"),
                run(new LogOptions(true, false, sinceSecond(2.5), OptionalLong.empty())));
        assertEquals(0, gaps());
    }

    @Test
    void ofTheRunBeforeOnlyWhatIsWithinTheTimeIsRead() {
        pod.write(at(1, 0, "too early"), at(3, 0, "a"));
        pod.runs.add(new ArrayList<>());
        pod.write(at(6, 0, "of this run"));
        assertEquals(List.of("a"), run(new LogOptions(false, true, sinceSecond(2.5), OptionalLong.empty())));
    }

    @Test
    void aRunBeforeWithoutALogAnyMoreIsAGap() {
        pod.write(at(1, 0, "a"));
        pod.keepsPrevious = false;
        logs.breaks.add(() -> {
            pod.runs.add(new ArrayList<>());
            pod.write(at(5, 0, "again"));
            ends();
        });
        run(all(true));
        assertEquals(1, gaps());
    }

    @Test
    void howTheContainerEndedIsSaidAtTheEnd() {
        pod.write(at(1, 0, "a"));
        logs.breaks.add(this::ends);
        assertEquals("p: ended with exit code 1 (Error)", run(all(true)).getLast());
    }

    @Test
    void aContainerThatHasNotStartedSaysSoOnceAndIsFollowedWhenItStarts() throws Exception {
        pod.held = true;
        Thread starts = Thread.startVirtualThread(() -> {
            Await.until("it was asked for several times", () -> logs.asked.size() > 3);
            pod.write(at(1, 0, "a"));
            logs.breaks.add(this::ends);
            pod.held = false;
        });
        assertEquals(
                List.of("p: no lines yet, the container is not started", "a", "p: ended with exit code 1 (Error)"),
                run(all(true)));
        starts.join();
    }

    @Test
    void anotherPodOfTheNameIsNotTakenForTheOne() {
        pod.write(at(1, 0, "a"));
        pod.uid = "other";
        assertEquals(List.of("p: the pod has gone"), run(all(true)));
    }

    @Test
    void aRunBeforeThatIsNotThereIsSaidOnceInPlainWords() {
        LogOptions before = new LogOptions(false, true, Optional.empty(), OptionalLong.empty());
        assertEquals(List.of("p: no run before: it has not restarted"), run(before));
        pod.runs.add(new CopyOnWriteArrayList<>());
        pod.keepsPrevious = false;
        assertEquals("p: the run before has left no log", run(before).getLast());
    }

    @Test
    void whichRunIsReadStandsAboveItsFirstLine() {
        LogOptions before = new LogOptions(false, true, Optional.empty(), OptionalLong.empty());
        pod.write(at(1, 0, "a"));
        pod.runs.add(new CopyOnWriteArrayList<>(List.of(at(2, 0, "b"), at(3, 0, "c"))));
        pod.endedBefore = "ended with exit code 1 at 10:12";
        assertEquals(
                List.of("p: the run since the last restart; the one before ended with exit code 1 at 10:12", "b", "c"),
                run(all(false)));
        lines.clear();
        assertEquals(List.of("p: the run that ended with exit code 1 at 10:12", "a"), run(before));
        assertEquals(lines.getLast().time(), lines.getFirst().time(), "it stays above that line among others");
        lines.clear();
        pod.ended = "ended with exit code 2 at 10:15";
        assertEquals(List.of("p: the run that ended with exit code 2 at 10:15", "b", "c"), run(all(false)));
    }

    @Test
    void onlyTheLastLinesAreAskedForWhereSoManyAreWanted() {
        pod.write(at(1, 0, "a"), at(2, 0, "b"), at(3, 0, "c"));
        assertEquals(List.of("b", "c"), run(new LogOptions(false, false, Optional.empty(), OptionalLong.of(2))));
    }

    @Test
    void aLineWithoutEndComesInPieces() {
        pod.write(at(1, 0, "\u00e9".repeat(LineInput.LONGEST)));
        List<String> text = run(all(false));
        assertEquals("\u00e9".repeat(LineInput.LONGEST), String.join("", text));
        assertTrue(text.size() > 1);
    }
}
