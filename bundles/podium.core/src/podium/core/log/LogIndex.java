// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which lines of a ring are shown, and which of them are found: kept up to date with {@link #advance}, which looks at each line once
 * for each choice, so many at a time that what is found first is there at once. Any thread; {@link #advance} on one at a time.
 */
public final class LogIndex {
    private static final int PIECE = 4096;

    /**
     * What is looked for.
     *
     * @param in only lines with it are shown; empty: all
     * @param out lines with it are not shown; empty: none
     * @param find what is marked; empty: nothing
     */
    public record Choice(Optional<Pattern> in, Optional<Pattern> out, Optional<Pattern> find) {
        /** Everything is shown, nothing is marked. */
        public static final Choice ALL = new Choice(Optional.empty(), Optional.empty(), Optional.empty());

        boolean filters() {
            return in.isPresent() || out.isPresent();
        }
    }

    /** What a choice is looked for with. */
    private record Searches(Optional<LogSearch> in, Optional<LogSearch> out, Optional<LogSearch> find) {
        static Searches of(Choice choice) {
            return new Searches(
                    choice.in().map(LogSearch::new),
                    choice.out().map(LogSearch::new),
                    choice.find().map(LogSearch::new));
        }

        /** Which lines are shown: what Podium says always is. */
        boolean[] shown(LogPiece piece) {
            boolean[] shown = all(piece);
            in.ifPresent(it -> keep(shown, it.matches(piece), true));
            out.ifPresent(it -> keep(shown, it.matches(piece), false));
            for (int i = 0; i < shown.length; i++) {
                shown[i] |= !piece.isWritten(piece.from() + i);
            }
            return shown;
        }

        boolean[] found(LogPiece piece, boolean[] shown) {
            boolean[] found = find.map(it -> it.matches(piece)).orElseGet(() -> new boolean[shown.length]);
            keep(found, shown, true);
            return found;
        }

        private static boolean[] all(LogPiece piece) {
            boolean[] all = new boolean[piece.to() - piece.from()];
            Arrays.fill(all, true);
            return all;
        }

        private static void keep(boolean[] lines, boolean[] matches, boolean wanted) {
            for (int i = 0; i < lines.length; i++) {
                lines[i] &= matches[i] == wanted;
            }
        }
    }

    /** Numbers in ascending order, of which the first may be taken away. */
    private static final class Numbers {
        private long[] all = new long[PIECE];
        private int from;
        private int to;

        void add(long number) {
            if (to == all.length) {
                if (from > all.length / 2) {
                    System.arraycopy(all, from, all, 0, to - from);
                } else {
                    long[] more = new long[2 * all.length];
                    System.arraycopy(all, from, more, 0, to - from);
                    all = more;
                }
                to -= from;
                from = 0;
            }
            all[to++] = number;
        }

        void dropBefore(long number) {
            while (from < to && all[from] < number) {
                from++;
            }
        }

        void dropFrom(long number) {
            to = from + before(number);
        }

        /** How many are smaller than a number. */
        int before(long number) {
            int at = Arrays.binarySearch(all, from, to, number);
            return (at < 0 ? -at - 1 : at) - from;
        }
    }

    private final LogRing ring;
    private Choice choice = Choice.ALL;
    private Searches searches = Searches.of(Choice.ALL);
    private Numbers shown = new Numbers();
    private Numbers found = new Numbers();
    private long looked;
    private int generation;

    public LogIndex(LogRing ring) {
        this.ring = ring;
        ring.onMove(move -> again(move.from()));
    }

    /** Lines have other numbers from one on: they are looked at once more. */
    private synchronized void again(long from) {
        shown.dropFrom(from);
        found.dropFrom(from);
        looked = Math.min(looked, from);
        generation++;
    }

    /** Looks for something else from now on: all lines are looked at again. */
    public synchronized void choose(Choice next) {
        choice = next;
        searches = Searches.of(next);
        shown = new Numbers();
        found = new Numbers();
        looked = ring.first();
        generation++;
    }

    /** The choice of now. */
    public synchronized Choice choice() {
        return choice;
    }

    /**
     * Looks at some more lines.
     *
     * @return whether there are more to look at
     */
    public boolean advance() {
        Choice now;
        Searches search;
        long from;
        int of;
        synchronized (this) {
            now = choice;
            search = searches;
            of = generation;
            from = looked;
            if (!now.filters() && now.find().isEmpty()) {
                looked = ring.next();
                return false;
            }
        }
        LogPiece piece = ring.piece(from);
        if (piece == null) {
            return false;
        }
        boolean[] shows = search.shown(piece);
        boolean[] finds = search.found(piece, shows);
        synchronized (this) {
            if (of != generation) {
                return true;
            }
            long number = piece.first() + piece.from();
            for (int i = 0; i < shows.length; i++) {
                if (shows[i] && now.filters()) {
                    shown.add(number + i);
                }
                if (finds[i]) {
                    found.add(number + i);
                }
            }
            looked = number + shows.length;
            shown.dropBefore(ring.first());
            found.dropBefore(ring.first());
            return looked < ring.next();
        }
    }

    /** How many lines are shown. */
    public synchronized int size() {
        if (!choice.filters()) {
            return (int) (ring.next() - ring.first());
        }
        shown.dropBefore(ring.first());
        return shown.to - shown.from;
    }

    /** The number of the line at a place among those shown. */
    public synchronized long numberAt(int place) {
        return choice.filters() ? shown.all[Math.min(shown.to - 1, shown.from + place)] : ring.first() + place;
    }

    /** The place of a line among those shown, or of the next one that is. */
    public synchronized int placeOf(long number) {
        return choice.filters()
                ? shown.before(number)
                : (int) Math.clamp(number - ring.first(), 0, ring.next() - ring.first());
    }

    /** Whether there are lines that were not looked at yet. */
    public synchronized boolean isLooking() {
        return looked < ring.next();
    }

    /** Whether all lines before a number were looked at. */
    public synchronized boolean hasLookedAt(long number) {
        return looked >= number;
    }

    /** How many of those found are before a line. */
    public synchronized int foundBefore(long number) {
        return found.before(number);
    }

    /** How many lines are found. */
    public synchronized int found() {
        return found.to - found.from;
    }

    /** The number of one that is found, from 0 and round again. */
    public synchronized long foundAt(int place) {
        int count = found.to - found.from;
        return found.all[found.from + Math.floorMod(place, count)];
    }
}
