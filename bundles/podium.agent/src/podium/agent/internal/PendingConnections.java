// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who came in and have not said yet what they want, or not shown that they may. There is always room for one more: who
 * waits longest of those at the peer with the most goes for it. So strangers push out strangers, and one who speaks at once is
 * heard. Any thread.
 *
 * @param <C> a connection
 */
final class PendingConnections<C> {
    private final int most;
    private final int mostOfOne;
    private final Map<Object, Deque<C>> byPeer = new HashMap<>();
    private int all;

    /**
     * @param most how many wait at once
     * @param mostOfOne how many of one peer
     */
    PendingConnections(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Lets one in; who goes for it, to be closed. */
    synchronized Optional<C> enter(Object peer, C connection) {
        Optional<C> gone = Optional.empty();
        Deque<C> own = byPeer.getOrDefault(peer, new ArrayDeque<>());
        if (own.size() >= mostOfOne) {
            gone = Optional.of(own.removeFirst());
            all--;
        } else if (all >= most) {
            gone = oldestOfTheMany();
        }
        // the last one of this peer may just have gone
        byPeer.computeIfAbsent(peer, _ -> own).addLast(connection);
        all++;
        return gone;
    }

    private Optional<C> oldestOfTheMany() {
        return byPeer.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> {
                    C oldest = entry.getValue().removeFirst();
                    forget(entry.getKey(), entry.getValue());
                    return oldest;
                });
    }

    private void forget(Object peer, Deque<C> own) {
        all--;
        if (own.isEmpty()) {
            byPeer.remove(peer);
        }
    }

    /** One waits no more: it may be served, or went. False: it went for another one already. */
    synchronized boolean leave(Object peer, C connection) {
        Deque<C> own = byPeer.get(peer);
        if (own == null || !own.remove(connection)) {
            return false;
        }
        forget(peer, own);
        return true;
    }

    /** All who wait, to be closed at the end. */
    synchronized List<C> all() {
        List<C> connections = new ArrayList<>();
        byPeer.values().forEach(connections::addAll);
        return connections;
    }
}
