// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import podium.model.fleet.Cluster;
import podium.placement.Subject;
import podium.ui.drag.DragSession;
import podium.ui.toolkit.Repaint;

/**
 * Files while they are dragged over the canvas: as soon as it is known which they are, the jobs in them are carried like ones
 * that are there, so that every node answers before the drop. Nothing is sent. UI thread.
 */
final class CarriedFiles {
    private final DragSession session;
    private final Jobs jobs;
    private final Repaint ask;
    private State state = State.NONE;
    private Optional<List<Path>> files = Optional.empty();
    private Optional<Cluster> cluster = Optional.empty();
    private Optional<Subject> subject = Optional.empty();
    private int question;

    /** What is known of them. */
    enum State {
        /** No files are dragged here. */
        NONE,
        /** It is asked which they are, or they are read. */
        READING,
        /** Their jobs are carried. */
        CARRIED,
        /** It is known that no job in them can be held against the nodes. */
        NO_JOB,
        /** The desktop does not tell before the drop. */
        NOT_TOLD
    }

    /** Reads the jobs of files for a cluster, all as one; tells nothing where there is none. */
    interface Jobs {
        void read(List<Path> files, Optional<Cluster> cluster, Consumer<Optional<Subject>> then);
    }

    /** @param known asks the desktop which files are dragged */
    CarriedFiles(Control control, DragSession session, Jobs jobs, Supplier<Optional<List<Path>>> known) {
        this.session = session;
        this.jobs = jobs;
        this.ask = Repaint.of(control, Duration.ZERO, () -> answered(known));
    }

    State state() {
        return state;
    }

    /**
     * They are over a cluster.
     *
     * @param told which they are, where the event says so
     * @param over empty: over none in particular
     */
    void over(Optional<List<Path>> told, Optional<Cluster> over) {
        boolean other = !over.equals(cluster);
        cluster = over;
        if (state == State.NONE) {
            state = State.READING;
            files = told;
            if (files.isPresent()) {
                read();
            } else {
                ask.request();
            }
        } else if (other && over.isPresent() && files.isPresent()) {
            read();
        }
    }

    /** They left, or were dropped. */
    void end() {
        question++;
        state = State.NONE;
        files = Optional.empty();
        cluster = Optional.empty();
        putBack();
    }

    private void answered(Supplier<Optional<List<Path>>> known) {
        if (state != State.READING) {
            return;
        }
        int asked = question;
        Optional<List<Path>> found = known.get();
        if (asked != question) {
            return; // they left while the desktop was asked
        }
        files = found;
        if (files.isPresent()) {
            read();
        } else {
            state = State.NOT_TOLD;
        }
    }

    private void read() {
        int asked = ++question;
        jobs.read(files.orElseThrow(), cluster, read -> {
            if (asked == question) {
                putBack();
                state = read.isPresent() ? State.CARRIED : State.NO_JOB;
                subject = read;
                read.ifPresent(session::begin);
            }
        });
    }

    private void putBack() {
        if (subject.isPresent() && session.current().equals(subject)) {
            session.end();
        }
        subject = Optional.empty();
    }
}
