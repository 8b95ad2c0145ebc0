// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.log.LogOptions;
import podium.core.log.LogQuery;
import podium.core.log.LogTime;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;

class LogPartTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private List<String> names = List.of("main");
    private CountDownLatch answers = new CountDownLatch(0);
    private final List<LogQuery> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch more = new CountDownLatch(1);
    private boolean goesOn;
    private Optional<InputStream> live = Optional.empty();
    private int restarts = 1;
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 4, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    private final class Reader implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) {
            asked.add(query);
            if (query.container().equals("proxy") || query.container().equals("init")) {
                String line = "2026-01-01T00:01:00Z " + query.container() + " of " + query.pod() + "\n";
                return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
            }
            String text =
                    query.previous() ? "2026-01-01T00:00:00Z from before\n" : written.getOrDefault(query.pod(), "");
            InputStream there = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return goesOn ? new SequenceInputStream(there, live.orElseGet(() -> new Later(query.pod()))) : there;
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            try {
                answers.await();
            } catch (InterruptedException e) {
                return Optional.empty();
            }
            String uid = job.getTasks().stream()
                    .filter(task -> task.getName().equals(pod))
                    .map(Task::getUid)
                    .findFirst()
                    .orElse("");
            return Optional.of(new PodContainers(
                    uid,
                    !goesOn,
                    names.stream()
                            .map(name -> new Container(
                                    name,
                                    name.startsWith("init") ? Role.INIT : Role.MAIN,
                                    "ended with exit code 0",
                                    restarts,
                                    goesOn))
                            .toList()));
        }
    }

    /** One line more, as soon as it may come. */
    private final class Later extends InputStream {
        private final InputStream line;

        Later(String pod) {
            String text = "2026-01-01T00:01:00Z step 49 again of " + pod + "\n";
            line = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte @Nullable [] into, int offset, int length) throws IOException {
            try {
                more.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return line.read(into, offset, length);
        }
    }

    private LogPart open() {
        for (int rank = 0; rank < 4; rank++) {
            seen.stage
                    .made
                    .task(job, rank, TaskPhase.RUNNING, List.of(lab.getNodes().get(rank)))
                    .setRestarts(restarts);
        }
        for (Task task : job.getTasks()) {
            written.put(
                    task.getName(),
                    IntStream.range(0, 50)
                            .mapToObj(i -> String.format(
                                    "2026-01-01T00:00:%02d.%09dZ step %d of rank %s",
                                    i, task.getRank(), i, task.getRank()))
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodLogReader.class, new Reader());
        LogPart part =
                new LogPart(seen.shell, seen.stage.fleet, seen.stage.connections, seen.dialogs, seen.stage.services);
        seen.show();
        return part;
    }

    private Text field(int number) {
        return seen.all(Text.class).get(number);
    }

    @Test
    void allRanksOfAJobAreOneStream() {
        LogPart part = open();
        assertTrue(seen.words().contains("Select a job or tasks and press l."), seen.words());
        assertTrue(part.show(List.of(job)));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        assertTrue(seen.words().contains("train \u00b7 4 tasks, 0 followed"), seen.words());
    }

    @Test
    void theFieldsStayWhereTheyAreWhileLinesComeAndAreFound() {
        seen.shell.setSize(1280, 400);
        LogPart part = open();
        List<Rectangle> before = List.of(field(0).getBounds(), field(1).getBounds());
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        field(1).setText("step 1\\d ");
        seen.until("what is found is said first", () -> seen.words().contains("train \u00b7 hit in 40 lines"));
        assertEquals(before, List.of(field(0).getBounds(), field(1).getBounds()));
    }

    @Test
    void theLogsOfAJobGoOnWhenItsClusterIsOpenedAnew() {
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        Cluster anew = seen.stage.made.cluster("lab", 4);
        seen.stage.made.fleet().getClusters().remove(lab);
        Job same = seen.stage.made.job(anew, "train", "Job", JobState.RUNNING, 1, 8);
        same.setUid(job.getUid());
        Task last = seen.stage.made.task(
                same, 0, TaskPhase.RUNNING, List.of(anew.getNodes().getFirst()));
        last.setUid(job.getTasks().getFirst().getUid());
        int before = asked.size();
        seen.stage.fleet.tell(Set.of(), Set.of(same), Set.of(last));
        seen.until("its one task is read", () -> seen.words().contains("train \u00b7 1 task, "));
        seen.until("from the cluster as it is opened now", () -> asked.size() > before);
    }

    /** No lines yet is not no lines: the first log of a start waits for much. */
    @Test
    void whatIsBeingOpenedIsCounted() {
        answers = new CountDownLatch(1);
        LogPart part = open();
        part.show(List.of(job));
        seen.until("that it is asked", () -> seen.words().contains("4 tasks, 0 followed, 4 being opened"));
        answers.countDown();
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        assertFalse(seen.words().contains("being opened"), seen.words());
    }

    @Test
    void whyThereIsNoLineIsSaidInItsPlace() {
        LogOptions all = new LogOptions(true, false, Optional.empty(), OptionalLong.empty());
        LogTarget target = LogTarget.of(List.of(job)).orElseThrow();
        try (LogSession log =
                new LogSession(target, all, new LogContainers(false, Optional.empty()), new Reader(), () -> {})) {
            log.update();
            assertEquals("It has no pods yet. What they write appears here as soon as they run.", LogCounts.none(log));
            seen.stage.made.task(
                    job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
            log.update();
            seen.until(
                    "it is asked, or there is a line",
                    () -> log.ring().next() > 0
                            ? LogCounts.none(log).startsWith("No line matches the filter.")
                            : LogCounts.none(log).startsWith("Asking for the logs of 1 task")
                                    || LogCounts.none(log).startsWith("None of its containers has a log yet.")
                                    || LogCounts.none(log).startsWith("Reading the logs of 1 task; no line"));
        }
    }

    /** Four lines below "3 lines" are one too many. */
    @Test
    void theCountFollowsTheLinesAndNotAClock() throws IOException {
        goesOn = true;
        LogPart part = open();
        try (PipedOutputStream pod = new PipedOutputStream()) {
            live = Optional.of(new PipedInputStream(pod));
            part.show(List.of(job.getTasks().get(2)));
            seen.until("the first lines are there", () -> seen.words().contains("50 lines"));
            long least = Long.MAX_VALUE;
            for (int i = 1; i <= 4; i++) {
                String lines = 50 + i + " lines";
                long begun = System.nanoTime();
                pod.write(("2026-01-01T00:01:0" + i + "Z more\n").getBytes(StandardCharsets.UTF_8));
                pod.flush();
                seen.until(lines, () -> seen.words().contains(lines));
                least = Math.min(least, System.nanoTime() - begun);
            }
            assertTrue(least < 800_000_000, "by a clock of one second each waits for its next tick: " + least);
        }
    }

    @Test
    void aLongNameLeavesRoomForTheFields() {
        LogOptions all = new LogOptions(true, false, Optional.empty(), OptionalLong.empty());
        Job named = seen.stage.made.job(lab, "very-long-name-".repeat(16) + "a1", "Job", JobState.RUNNING, 1, 8);
        LogTarget target = LogTarget.of(List.of(named)).orElseThrow();
        LogContainers containers = new LogContainers(false, Optional.empty());
        try (LogSession log = new LogSession(target, all, containers, new Reader(), () -> {})) {
            String words = LogCounts.words(log, OptionalInt.empty());
            assertTrue(words.length() < 80 && words.contains("a1 "), words);
        }
    }

    @Test
    void aTaskAloneShowsItsOwnLines() {
        LogPart part = open();
        part.show(List.of(job.getTasks().get(2)));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        assertTrue(seen.words().contains("train: 2 \u00b7 1 task"), seen.words());
        assertFalse(part.show(List.of(lab)));
    }

    @Test
    void linesAreFilteredAndFoundAndCounted() {
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        field(0).setText("rank 3");
        // what Podium says of a container is always shown
        seen.until("one rank is left", () -> seen.words().contains("54 of 204 lines"));
        field(0).setText("!rank 3");
        seen.until("it is left out", () -> seen.words().contains("154 of 204 lines"));
        field(0).setText("");
        field(1).setText("step 1\\d ");
        seen.until("they are counted", () -> seen.words().contains("hit in 40 lines"));
        enter(SWT.NONE);
        seen.until("the newest is looked at", () -> seen.words().contains("the newest of 40 hits"));
        field(1).setText("(");
        assertTrue(field(1).getToolTipText().startsWith("not a regular expression"));
    }

    private void enter(int modifiers) {
        Event enter = new Event();
        enter.keyCode = SWT.CR;
        enter.stateMask = modifiers;
        field(1).notifyListeners(SWT.KeyDown, enter);
    }

    @Test
    void enterCountsAlsoBeforeItIsKnownWhatIsFound() {
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        field(1).setText("step 1\\d ");
        enter(SWT.NONE);
        seen.until("the newest is looked at", () -> seen.words().contains("the newest of 40 hits"));
        assertEquals("step 19 of rank 3", selected());
        enter(SWT.NONE);
        seen.until("an older one", () -> seen.words().contains("hit 39 of 40"));
        assertEquals("step 19 of rank 2", selected());
        seen.pressTip("The next newer line");
        seen.until("back", () -> seen.words().contains("the newest of 40 hits"));
        enter(SWT.SHIFT);
        seen.until("round again", () -> seen.words().contains("hit 1 of 40"));
        assertEquals("step 10 of rank 0", selected());
        field(1).setText("step 2\\d ");
        enter(SWT.NONE);
        seen.until("of others the newest, too", () -> seen.words().contains("the newest of 40 hits"));
        assertEquals("step 29 of rank 3", selected());
        field(1).setText("nowhere");
        enter(SWT.NONE);
        seen.until("nothing is found", () -> seen.words().contains("hit in 0 lines"));
    }

    private String selected() {
        seen.pressTip("Copy the selected lines");
        Clipboard clipboard = new Clipboard(seen.shell.getDisplay());
        String copied = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        clipboard.dispose();
        return copied.strip().replaceAll("^.*Z ", "");
    }

    @Test
    void aHitStaysInSightAndFollowingIsPausedUntilItIsWantedAgain() {
        goesOn = true;
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("4 followed \u00b7 200 lines"));
        assertFalse(seen.words().contains("Following is paused"));
        field(1).setText("step 4\\d ");
        enter(SWT.NONE);
        seen.until("the newest is looked at", () -> seen.words().contains("the newest of 40 hits"));
        assertTrue(seen.words().contains("Following is paused here."), seen.words());
        assertFalse(seen.tool("Follow").orElseThrow().getSelection());
        ScrollBar lines = seen.all(Canvas.class).stream()
                .filter(canvas -> canvas.getHorizontalBar() != null)
                .findFirst()
                .orElseThrow()
                .getVerticalBar();
        seen.settle();
        assertTrue(lines.getSelection() + lines.getThumb() >= 200, "the last line is in sight");
        more.countDown();
        seen.until("more have come, and it keeps its number", () -> seen.words().contains("hit 40 of 44"));
        assertEquals("step 49 of rank 3", selected());
        seen.pressTool("Follow Again");
        seen.until("it goes on", () -> !seen.words().contains("Following is paused"));
        assertTrue(seen.tool("Follow").orElseThrow().getSelection());
    }

    @Test
    void theRunBeforeIsShownInItsPlace() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        seen.tool("Previous").orElseThrow().setSelection(true);
        seen.tool("Previous").orElseThrow().notifyListeners(SWT.Selection, new Event());
        seen.until("the run before", () -> seen.words().contains("train: 0 \u00b7 1 task \u00b7 1 line"));
        ToolItem follow = seen.tool("Follow").orElseThrow();
        assertFalse(follow.getSelection() || follow.getEnabled(), "what has ended is not followed");
        assertFalse(seen.words().contains("Following is paused"), seen.words());
    }

    @Test
    void thatBetweenTwoRunsTheRunBeforeIsTheOneThatIsShownAnywayIsSaid() {
        LogPart part = open();
        Task crashed = job.getTasks().getFirst();
        part.show(List.of(crashed));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        ToolItem previous = seen.tool("Previous").orElseThrow();
        previous.setSelection(true);
        previous.notifyListeners(SWT.Selection, new Event());
        seen.until("the run before", () -> seen.words().contains("1 line"));
        assertFalse(seen.words().contains("the same run"), seen.words());
        crashed.setPhase(TaskPhase.STARTING);
        crashed.setReason("CrashLoopBackOff");
        seen.until("it is said", () -> seen.words()
                .contains("train: 0 \u00b7 no newer run: the log is the same without Previous"));
        previous.setSelection(false);
        previous.notifyListeners(SWT.Selection, new Event());
        assertFalse(seen.words().contains("the same run"), seen.words());
    }

    @Test
    void whatWasLookedForInTheLogOfAnotherJobIsLookedForNoLonger() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        field(0).setText("step 4");
        field(1).setText("nowhere");
        seen.until("it is looked for", () -> seen.words().contains("hit in 0 lines"));
        part.show(List.of(job.getTasks().getFirst()));
        assertEquals("nowhere", field(1).getText(), "the same once more");
        part.show(List.of(job.getTasks().getLast()));
        assertEquals("", field(0).getText() + field(1).getText());
        seen.until(
                "all its lines are there",
                () -> seen.words().contains("1 followed \u00b7 51 lines")
                        || seen.words().contains("0 followed \u00b7 51 lines"));
    }

    /** The run before of a job that was opened next was read for the present one. */
    @Test
    void ofAnotherJobThePresentRunIsShown() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        ToolItem previous = seen.tool("Previous").orElseThrow();
        previous.setSelection(true);
        previous.notifyListeners(SWT.Selection, new Event());
        seen.until("the run before", () -> seen.words().contains("1 line"));
        part.show(List.of(job.getTasks().getFirst()));
        assertTrue(previous.getSelection(), "the same once more");
        part.show(List.of(job.getTasks().getLast()));
        assertFalse(previous.getSelection());
        seen.until("the run of now", () -> seen.words().contains("51 lines"));
    }

    /** The server would refuse each of the ranks in its own words. */
    @Test
    void whereNothingHasRestartedThereIsNoRunBefore() {
        restarts = 0;
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("204 lines"));
        ToolItem previous = seen.tool("Previous").orElseThrow();
        assertFalse(previous.isEnabled());
        assertEquals("No run before: none of the 4 pods has restarted.", previous.getToolTipText());
        asked.clear();
        LogTarget target = LogTarget.of(List.of(job)).orElseThrow();
        LogOptions before = new LogOptions(false, true, Optional.empty(), OptionalLong.empty());
        try (LogSession log =
                new LogSession(target, before, new LogContainers(false, Optional.empty()), new Reader(), () -> {})) {
            log.update();
            assertEquals(previous.getToolTipText(), LogCounts.none(log));
            assertEquals(0, log.opening());
            job.getTasks().getLast().setRestarts(1);
            log.update();
            seen.until("of the others each says so", () -> log.ring().next() == 4 && log.opening() == 0);
            String said = Objects.requireNonNull(log.ring().get(0)).text();
            assertTrue(said.endsWith(": no run before: it has not restarted"), said);
        }
        assertEquals(List.of(), asked, "no server is asked for what is not there");
        seen.until("it can be pressed", previous::isEnabled);
    }

    @Test
    void aKeyInTheLinesGoesToTheRunBeforeAndBack() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        Canvas lines = seen.all(Canvas.class).stream()
                .filter(canvas -> canvas.isListening(SWT.KeyDown))
                .findFirst()
                .orElseThrow();
        Screen.key(lines, 'v', 'v', SWT.NONE);
        seen.until("the run before", () -> seen.words().contains("1 line"));
        assertTrue(seen.tool("Previous").orElseThrow().getSelection());
        assertTrue(seen.tool("Previous").orElseThrow().getToolTipText().endsWith("(v)"));
        Screen.key(lines, 'v', 'v', SWT.NONE);
        seen.until("the run of now", () -> seen.words().contains("51 lines"));
        Screen.key(lines, 't', 't', SWT.NONE);
        assertFalse(seen.tool("Times").orElseThrow().getSelection());
        Screen.key(lines, 'w', 'w', SWT.NONE);
        ToolItem wrap = seen.tool("Wrap").orElseThrow();
        assertTrue(wrap.getSelection());
        Screen.key(wrap.getParent(), 'w', 'w', SWT.NONE);
        assertFalse(wrap.getSelection(), "the same where its button has the focus");
        Text filter = seen.all(Text.class).getFirst();
        Screen.key(filter, 'w', 'w', SWT.NONE);
        assertFalse(wrap.getSelection(), "and not where text is typed");
    }

    /** What was asked before may still be on its way. */
    private void asks(String choice, Optional<Duration> back, OptionalLong tail) {
        asked.clear();
        seen.choose("since: ", choice);
        seen.until(choice + " is asked for", () -> asked.stream()
                .anyMatch(query -> query.back().equals(back)
                        && query.tail().equals(tail)
                        && query.since().isEmpty()));
    }

    @Test
    void howFarItGoesBackIsChosen() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        assertEquals(OptionalLong.of(1000), asked.getFirst().tail(), "at first the last lines");
        assertEquals(Optional.empty(), asked.getFirst().back());
        asks("5 minutes", Optional.of(Duration.ofMinutes(5)), OptionalLong.empty());
        asks("1 hour", Optional.of(Duration.ofHours(1)), OptionalLong.empty());
        asks("24 hours", Optional.of(Duration.ofHours(24)), OptionalLong.empty());
        asks("everything", Optional.empty(), OptionalLong.empty());
        asks("last 1\u2009000 lines each", Optional.empty(), OptionalLong.of(1000));
    }

    @Test
    void longLinesAreBrokenWhereItIsChosen() {
        LogPart part = open();
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its lines are there", () -> seen.words().contains("51 lines"));
        seen.tool("Wrap").orElseThrow().setSelection(true);
        seen.pressTool("Wrap");
        written.put(job.getTasks().getFirst().getName(), "2026-01-01T00:00:00Z " + "word ".repeat(200) + "\n");
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("its line is there", () -> seen.words().contains("2 lines"));
        Canvas log = seen.all(Canvas.class).stream()
                .filter(it -> it.getHorizontalBar() != null)
                .findFirst()
                .orElseThrow();
        seen.until(
                "there is nothing to scroll to", () -> !log.getHorizontalBar().isEnabled());
        seen.tool("Wrap").orElseThrow().setSelection(false);
        seen.pressTool("Wrap");
        seen.until("the rest is scrolled to", () -> log.getHorizontalBar().isEnabled());
    }

    private List<String> saved(LogContainers containers) throws Exception {
        try (LogSession session = new LogSession(
                LogTarget.of(List.of(job)).orElseThrow(),
                new LogOptions(false, false, Optional.empty(), OptionalLong.empty()),
                containers,
                new Reader(),
                () -> {})) {
            session.update();
            seen.until("all is read", () -> session.ring().next() > 0 && session.running() == 0);
            Path file = Files.createTempFile("saved", ".log");
            LogExport.write(session, file);
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            return lines.stream().filter(line -> line.contains("00:01:00Z")).toList();
        }
    }

    @Test
    void aContainerBesideTheFirstIsNamedWithItsRank() throws Exception {
        names = List.of("init", "main", "proxy");
        open();
        String pod = job.getTasks().get(2).getName();
        List<String> all = saved(new LogContainers(false, Optional.empty()));
        assertEquals(4, all.size());
        assertTrue(all.contains("[2/proxy] 2026-01-01T00:01:00Z proxy of " + pod), all::toString);
        assertEquals(8, saved(new LogContainers(true, Optional.empty())).size());
        List<String> one = saved(new LogContainers(false, Optional.of("init")));
        assertEquals(4, one.size());
        assertTrue(one.contains("[2] 2026-01-01T00:01:00Z init of " + pod), one::toString);
    }

    @Test
    void oneContainerIsChosenOfThoseThatThePodsHave() {
        names = List.of("main", "proxy");
        LogPart part = open();
        part.show(List.of(job));
        seen.until("all lines are there", () -> seen.words().contains("212 lines"));
        choose("all containers", "proxy");
        seen.until("those of one", () -> seen.words().contains("8 lines"));
        choose("proxy", "All containers");
        seen.until("all again", () -> seen.words().contains("212 lines"));
        choose("all containers", "proxy");
        part.show(List.of(job.getTasks().getFirst()));
        seen.until("of what is shown next all", () -> seen.words().contains("53 lines"));
    }

    @Test
    void ofATimeTheFirstLineThatIsNotEarlierIsGoneTo() {
        open();
        try (LogSession session = new LogSession(
                LogTarget.of(List.of(job)).orElseThrow(),
                new LogOptions(false, false, Optional.empty(), OptionalLong.empty()),
                new LogContainers(false, Optional.empty()),
                new Reader(),
                () -> {})) {
            session.update();
            seen.until(
                    "all lines are there",
                    () -> session.ring().next() == 200 && session.index().size() == 200);
            assertEquals("step 20 of rank 0", at(session, "2026-01-01T00:00:20Z"));
            assertEquals("step 21 of rank 0", at(session, "2026-01-01T00:00:20.5Z"));
            assertEquals("step 0 of rank 0", at(session, "2025-01-01T00:00:00Z"));
            assertEquals("step 49 of rank 3", at(session, "2027-01-01T00:00:00Z"));
        }
    }

    private static String at(LogSession session, String time) {
        long number = LogExport.line(session, LogTime.nanos(Instant.parse(time)));
        return Objects.requireNonNull(session.ring().get(number)).text();
    }

    private void choose(String now, String entry) {
        Menu menu = (Menu) seen.tool(now).orElseThrow().getData();
        menu.notifyListeners(SWT.Show, new Event());
        List.of(menu.getItems()).stream()
                .filter(item -> item.getText().equals(entry))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void savedLinesHaveRankAndTime(@TempDir Path folder) throws Exception {
        open();
        LogSession session = new LogSession(
                LogTarget.of(List.of(job)).orElseThrow(),
                new LogOptions(false, false, Optional.empty(), OptionalLong.empty()),
                new LogContainers(false, Optional.empty()),
                new Reader(),
                () -> {});
        session.update();
        seen.until("all lines are there", () -> session.ring().next() == 200);
        Path file = folder.resolve("saved");
        assertEquals(200, LogExport.write(session, file));
        List<String> lines = Files.readAllLines(file);
        assertEquals("[0] 2026-01-01T00:00:00Z step 0 of rank 0", lines.getFirst());
        assertEquals("[3] 2026-01-01T00:00:49.000000003Z step 49 of rank 3", lines.getLast());
        session.close();
    }
}
