// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ReadRefused;
import podium.core.failure.FailureText;
import podium.core.log.LogLine.Kind;
import podium.core.log.PodContainers.Container;
import podium.core.text.Counted;
import podium.core.texts.Texts;

/**
 * Follows one container to its end, over broken connections and restarts: no line comes twice, and where one may be missing a gap is
 * marked. A server resumes by whole seconds, so what came already is recognized by its time; where the last line that was seen does
 * not come again, the log was cut meanwhile.
 */
final class LogTail implements Runnable {
    /** Where lines go, and word that all that was written so far has come. */
    interface Sink {
        void line(LogLine line) throws InterruptedException;

        void caughtUp(LogTail tail);
    }

    private final PodLogReader reader;
    private final LogSource source;
    private final LogOptions wanted;
    private final Sink sink;
    private final Duration first;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable InputStream open;
    private Duration pause;
    private long last;
    private int same;
    private int restarts = -1;
    private String run = "";
    private boolean opened;
    private boolean came;
    private String refusal = "";
    private String head = "";

    /** @param pause before a broken stream is opened again; it doubles up to sixteen times of it */
    LogTail(PodLogReader reader, LogSource source, LogOptions wanted, Sink sink, Duration pause) {
        this.reader = reader;
        this.source = source;
        this.wanted = wanted;
        this.sink = sink;
        this.first = pause;
        this.pause = pause;
    }

    /** Ends it from another thread. */
    void close() {
        closed.countDown();
        InputStream stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // it is over either way
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !isClosed()) {
                goesOn = once();
                sink.caughtUp(this);
                if (goesOn && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    pause = pause.compareTo(first.multipliedBy(16)) < 0 ? pause.multipliedBy(2) : pause;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sink.caughtUp(this);
        }
    }

    /** Reads what there is, and asks what became of the container. Whether there may be more. */
    private boolean once() throws InterruptedException {
        boolean broken = false;
        opened = false;
        try {
            Optional<PodContainers> before = reader.containers(source.namespace(), source.pod());
            if (before.filter(it -> it.uid().equals(source.uid())).isEmpty()) {
                note(Texts.of("LogTail.thePodHasGone"), Kind.NOTE);
                return false;
            }
            Optional<Container> container = before.get().find(source.container());
            if (wanted.previous() && container.map(Container::restarts).orElse(0) == 0) {
                note(Texts.of("LogTail.noRunBeforeIt"), Kind.NOTE);
                return false;
            }
            if (restarts < 0) {
                head = container.map(this::whichRun).orElse("");
            }
            restarted(container);
            read(query(wanted.follow(), wanted.previous()), true);
            if (!wanted.follow() || wanted.previous()) {
                return false;
            }
            Optional<PodContainers> now = reader.containers(source.namespace(), source.pod());
            waits(now.flatMap(it -> it.find(source.container())));
            if (now.filter(it -> it.uid().equals(source.uid()) && !ends(it)).isPresent()) {
                return true;
            }
            return end(now);
        } catch (ReadRefused e) {
            refused(wanted.previous() && e.isNotThere() ? Texts.of("LogTail.theRunBeforeHas") : FailureText.of(e));
            broken = true;
        } catch (IOException e) {
            // a stream that broke is opened again without a word: nothing is lost
            if (!isClosed() && !opened) {
                refused(FailureText.sentence(e));
            }
            broken = true;
        }
        return broken && wanted.follow() && !isClosed();
    }

    /** Which of the runs of a container that restarted is read; empty: it is not known, or there is only one. */
    private String whichRun(Container container) {
        String ended = wanted.previous() ? container.endedBefore() : container.ended();
        if (!ended.isEmpty()) {
            return Texts.of("LogTail.theRunThat", ended);
        }
        return wanted.previous() || container.endedBefore().isEmpty()
                ? ""
                : Texts.of("LogTail.theRunSinceTheRestart", container.endedBefore());
    }

    /** A container that has written nothing yet says why. */
    private void waits(Optional<Container> container) throws InterruptedException {
        if (last == 0 && container.isPresent() && !container.get().running()) {
            refused(Texts.of("LogTail.noLinesYetThe", container.get().state()));
        }
    }

    private boolean ends(PodContainers pod) {
        return pod.over()
                && !pod.find(source.container()).map(Container::running).orElse(false);
    }

    /** What was written between the end of the stream and the end of the container comes once more, as far as it is new. */
    private boolean end(Optional<PodContainers> pod) throws IOException, InterruptedException {
        if (pod.filter(it -> it.uid().equals(source.uid())).isPresent()) {
            restarted(pod.flatMap(it -> it.find(source.container())));
            read(query(false, false), true);
        }
        note(
                pod.flatMap(it -> it.find(source.container()))
                        .map(Container::state)
                        .orElse(Texts.of("LogTail.thePodHasGone")),
                Kind.NOTE);
        return false;
    }

    /** The rest of the run before is read first: a restart between two readings is no gap. */
    private void restarted(Optional<Container> container) throws IOException, InterruptedException {
        int now = container.map(Container::restarts).orElse(0);
        if (isAnother(container)) {
            if (last != 0) {
                try {
                    read(query(false, true), true);
                } catch (ReadRefused e) {
                    note(Texts.of("LogTail.thePreviousRunHasNoLog"), Kind.GAP);
                }
            }
            note(Texts.of("LogTail.theContainerWasStarted", Counted.of(now, "restart")), Kind.NOTE);
            last = 0;
            same = 0;
        }
        restarts = now;
        run = container.map(Container::run).filter(it -> !it.isEmpty()).orElse(run);
    }

    /** Whether it runs anew since it was last looked at: the name of the run tells, where it is known, and else the count of restarts. */
    private boolean isAnother(Optional<Container> container) {
        String now = container.map(Container::run).orElse("");
        return restarts >= 0
                && (now.isEmpty() || run.isEmpty()
                        ? container.map(Container::restarts).orElse(0) > restarts
                        : !now.equals(run));
    }

    /** What does not continue may be the log of another run, which began after the container was looked at. */
    private boolean isOfAnotherRun(LogQuery query) throws IOException {
        return !query.previous()
                && isAnother(reader.containers(source.namespace(), source.pod())
                        .filter(it -> it.uid().equals(source.uid()))
                        .flatMap(it -> it.find(source.container())));
    }

    private LogQuery query(boolean follow, boolean previous) {
        boolean resumes = last != 0;
        Optional<Instant> since =
                resumes ? Optional.of(Instant.ofEpochSecond(Math.floorDiv(last, LogTime.SECOND))) : Optional.empty();
        return new LogQuery(
                source.namespace(),
                source.pod(),
                source.container(),
                follow && !previous,
                previous,
                since,
                resumes ? Optional.empty() : wanted.since(),
                resumes ? OptionalLong.empty() : wanted.tail());
    }

    private void read(LogQuery query, boolean marksGap) throws IOException, InterruptedException {
        try (InputStream stream = reader.open(query)) {
            open = stream;
            if (isClosed()) {
                return;
            }
            opened = true;
            long resumed = last;
            int known = same;
            boolean again = resumed == 0;
            LineInput lines = new LineInput(stream);
            for (String line = next(lines); line != null; line = next(lines)) {
                long time = LogTime.of(line);
                String text = time == 0 ? line : line.substring(line.indexOf(' ') + 1);
                time = time == 0 ? last : time;
                if (!again && time <= resumed) {
                    again = time == resumed && --known == 0;
                    continue;
                }
                if (!again && marksGap && isOfAnotherRun(query)) {
                    return; // it is read from its start when that is told
                }
                if (!again && marksGap) {
                    note(Texts.of("LogTail.theLogDidNotContinue"), Kind.GAP);
                    again = true;
                }
                same = time == last ? same + 1 : 1;
                last = time;
                pause = first;
                refusal = "";
                if (!head.isEmpty()) {
                    note(head, Kind.NOTE);
                    head = "";
                }
                sink.line(LogLine.written(source.number(), time, text));
            }
        } finally {
            open = null;
        }
    }

    /** Before the first piece has come it is not known how much there is. */
    private @Nullable String next(LineInput lines) throws IOException {
        if (came && lines.waits()) {
            sink.caughtUp(this);
        }
        String line = lines.next();
        came = true;
        return line;
    }

    private void refused(String words) throws InterruptedException {
        if (!words.equals(refusal)) {
            refusal = words;
            note(words, Kind.NOTE);
        }
    }

    private void note(String words, Kind kind) throws InterruptedException {
        if (!isClosed()) {
            sink.line(LogLine.note(source.number(), last, source.pod() + ": " + words, kind));
        }
    }
}
