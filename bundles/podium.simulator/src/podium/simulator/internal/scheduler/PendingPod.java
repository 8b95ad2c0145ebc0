// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import podium.simulator.internal.scheduling.PodInfo;

/** A pod that waits for a node: higher priority first, then the one that waits longest. */
final class PendingPod {

    /** Order of the queue. */
    static final Comparator<PendingPod> ORDER =
            Comparator.comparingInt((PendingPod pod) -> -pod.view.priority()).thenComparingLong(pod -> pod.order);

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private PodInfo view;
    private final long order;
    private int attempts;
    private Instant notBefore = Instant.MIN;
    private String message = "";

    PendingPod(PodInfo view, long order) {
        this.view = view;
        this.order = order;
    }

    PodInfo view() {
        return view;
    }

    /** The pod was changed, so what was said of it no longer counts. */
    PendingPod changed(PodInfo newView) {
        PendingPod pod = new PendingPod(newView, order);
        pod.message = message;
        return pod;
    }

    /** Notes a failed attempt: 1 s, 2 s, 4 s, 8 s, then 10 s until the next, as the real scheduler's backoff. */
    void failed(Instant now) {
        attempts++;
        Duration backoff = Duration.ofSeconds(1L << Math.min(attempts - 1, 4));
        notBefore = now.plus(backoff.compareTo(LONGEST_BACKOFF) < 0 ? backoff : LONGEST_BACKOFF);
    }

    boolean ready(Instant now) {
        return !now.isBefore(notBefore);
    }

    /** Remembers what the pod was told; returns whether that is news. */
    boolean tell(String newMessage) {
        boolean news = !newMessage.equals(message);
        message = newMessage;
        return news;
    }
}
