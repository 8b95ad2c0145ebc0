// SPDX-License-Identifier: Apache-2.0
package podium.ui.ganglayout;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.toolkit.Listeners;

/**
 * The job on the board, and where its ranks are to go. A proposal is nobody's business but the operator's: nothing of it is
 * sent before it is committed. One for the whole application. UI thread.
 */
public final class GangLayoutSession {
    private final Listeners<GangLayoutSession> listeners = new Listeners<>();
    private final Map<Task, Node> proposal = new LinkedHashMap<>();
    private Optional<Job> job = Optional.empty();

    /** The job whose ranks are laid out; empty: the board is not open. */
    public Optional<Job> job() {
        return job;
    }

    /** Where ranks lie so far. */
    public Map<Task, Node> proposal() {
        return Map.copyOf(proposal);
    }

    /** Puts a job on the board, with nothing laid out yet; the one that is there stays as it is. */
    public void open(Job next) {
        if (!job.equals(Optional.of(next))) {
            proposal.clear();
            job = Optional.of(next);
            listeners.tell(this);
        }
    }

    /** Takes the job off the board and forgets what was laid out. */
    public void close() {
        if (job.isPresent()) {
            proposal.clear();
            job = Optional.empty();
            listeners.tell(this);
        }
    }

    /** Lays tasks onto nodes; those that lay somewhere else are moved. */
    public void lay(Map<Task, Node> tasks) {
        if (!tasks.isEmpty()) {
            proposal.putAll(tasks);
            listeners.tell(this);
        }
    }

    /** Takes tasks off the nodes they lie on. */
    public void take(Collection<Task> tasks) {
        if (proposal.keySet().removeAll(tasks)) {
            listeners.tell(this);
        }
    }

    /** Takes everything off that is none of these: the others do not wait for a place any more. */
    public void keep(Collection<Task> waiting) {
        if (proposal.keySet().retainAll(waiting)) {
            listeners.tell(this);
        }
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(session -> listener.run());
    }
}
