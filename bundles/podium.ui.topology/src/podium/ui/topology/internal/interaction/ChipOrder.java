// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import podium.model.fleet.Job;
import podium.ui.toolkit.Formats;
import podium.ui.topology.texts.Texts;

/**
 * In which order the waiting jobs lie in the strip. While the pointer is over it none moves: what came meanwhile is put behind,
 * what waits no more leaves its place empty, until the pointer goes. In the realm.
 */
final class ChipOrder {
    private List<Job> places = List.of();
    private Set<Job> waiting = Set.of();
    private boolean held;

    /** These wait now, most urgent first. */
    void show(List<Job> jobs) {
        waiting = new LinkedHashSet<>(jobs);
        places = held ? Stream.concat(places.stream(), jobs.stream()).distinct().toList() : List.copyOf(jobs);
    }

    /** Whether the pointer is over the strip. */
    void hold(boolean over) {
        held = over;
        if (!over) {
            places = List.copyOf(waiting);
        }
    }

    boolean isHeld() {
        return held;
    }

    /** All places from left to right, those of jobs that wait no more included. */
    List<Job> places() {
        return places;
    }

    /** Whether a job still waits. */
    boolean waits(Job job) {
        return waiting.contains(job);
    }

    /** How many wait, in words, where some have no room: as many as Jobs lists then. */
    String more() {
        return Texts.of("ChipOrder.inJobs", Formats.count(waiting.size()));
    }

    /** The nearest place of a job that waits, in steps of 1 or -1; the same where there is none. */
    int next(int place, int step) {
        for (int at = place + step; at >= 0 && at < places.size(); at += step) {
            if (waits(places.get(at))) {
                return at;
            }
        }
        return place;
    }
}
