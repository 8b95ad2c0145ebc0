// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.json.ObservedObject;

/**
 * What one feed has told about: name, uid and version of each object, about 40 bytes beside the strings, which the model
 * holds too. It makes a second list a difference, and duplicate or reordered events harmless. One thread.
 */
final class KnownObjects {
    /** What an observation of an object means. */
    enum Observation {
        NEW,
        CHANGED,
        SAME,
        /** An event older than what is known. */
        OLDER,
        /** The name now belongs to another object; {@link #replacedUid()} tells the former one. */
        REPLACED
    }

    /** An object that is known. */
    record Entry(String namespace, String name, String uid) {}

    private static final int START = 64;

    private @Nullable String[] names = new String[START];
    private String[] namespaces = new String[START];
    private String[] uids = new String[START];
    private long[] versions = new long[START];
    private int[] rounds = new int[START];
    private @Nullable ObservedObject[] last = new ObservedObject[START];
    private int noted;
    private int size;
    private int round;
    private String replacedUid = "";

    int size() {
        return size;
    }

    String replacedUid() {
        return replacedUid;
    }

    /** The versions that are known mean nothing any more: of what is listed next, all is told. */
    void distrust() {
        Arrays.fill(versions, Long.MIN_VALUE);
    }

    /** A list begins: what is not seen until {@link #sweep} is gone. */
    void begin() {
        round++;
    }

    /** Notes an object. A list is believed even where it shows an older version. */
    Observation see(String namespace, String name, String uid, String version, boolean listed) {
        if (3 * size >= 2 * names.length) {
            grow();
        }
        int slot = slot(namespace, name);
        noted = slot;
        long number = number(version);
        Observation observation = observation(slot, uid, number, listed);
        if (listed || observation != Observation.OLDER) {
            rounds[slot] = round;
        }
        if (observation == Observation.SAME || observation == Observation.OLDER) {
            return observation;
        }
        if (observation == Observation.NEW) {
            size++;
            namespaces[slot] = namespace;
            names[slot] = name;
        }
        replacedUid = observation == Observation.REPLACED ? uids[slot] : "";
        if (observation != Observation.CHANGED) {
            uids[slot] = uid;
        }
        versions[slot] = number;
        return observation;
    }

    /** Keeps what was seen of the object that was noted last. */
    void hold(ObservedObject seen) {
        last[noted] = seen;
    }

    /** What is held of all objects. */
    List<ObservedObject> held() {
        List<ObservedObject> all = new ArrayList<>(size);
        for (ObservedObject seen : last) {
            if (seen != null) {
                all.add(seen);
            }
        }
        return all;
    }

    private Observation observation(int slot, String uid, long version, boolean listed) {
        if (names[slot] == null) {
            return Observation.NEW;
        }
        long held = versions[slot];
        if (!uids[slot].equals(uid)) {
            return listed || version < 0 || held < 0 || version > held ? Observation.REPLACED : Observation.OLDER;
        }
        if (held == version) {
            return Observation.SAME;
        }
        return !listed && version >= 0 && version < held ? Observation.OLDER : Observation.CHANGED;
    }

    /** Forgets an object. False when it is not known, or the name belongs to another uid by now. */
    boolean remove(String namespace, String name, String uid) {
        int slot = slot(namespace, name);
        if (names[slot] == null || !uid.isEmpty() && !uids[slot].equals(uid)) {
            return false;
        }
        clear(slot);
        return true;
    }

    /** Ends a list: forgets and hands out what it did not show. */
    void sweep(Consumer<Entry> gone) {
        for (int slot = 0; slot < names.length; slot++) {
            String name = names[slot];
            while (name != null && rounds[slot] != round) {
                gone.accept(new Entry(namespaces[slot], name, uids[slot]));
                clear(slot);
                name = names[slot];
            }
        }
    }

    /**
     * A resourceVersion as a number to compare: decimal ones as they are, others as a negative hash, which is never
     * older. Versions are comparable since KEP-5504 said so.
     */
    private static long number(String version) {
        int length = version.length();
        if (length > 0 && length <= 18) {
            long value = 0;
            for (int i = 0; i < length; i++) {
                int digit = version.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return hash(version);
                }
                value = 10 * value + digit;
            }
            return value;
        }
        return hash(version);
    }

    private static long hash(String version) {
        long hash = 1125899906842597L;
        for (int i = 0; i < version.length(); i++) {
            hash = 31 * hash + version.charAt(i);
        }
        return hash | Long.MIN_VALUE;
    }

    private int slot(String namespace, String name) {
        int mask = names.length - 1;
        int slot = start(namespace, name) & mask;
        while (true) {
            String there = names[slot];
            if (there == null || there.equals(name) && namespaces[slot].equals(namespace)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }

    private static int start(String namespace, String name) {
        int hash = 31 * namespace.hashCode() + name.hashCode();
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** Empties a slot and moves up what follows it, so that no search stops short. */
    private void clear(int slot) {
        int mask = names.length - 1;
        int hole = slot;
        size--;
        for (int next = hole + 1 & mask; ; next = next + 1 & mask) {
            String name = names[next];
            if (name == null) {
                break;
            }
            int home = start(namespaces[next], name) & mask;
            if ((next - home & mask) >= (next - hole & mask)) {
                move(next, hole);
                hole = next;
            }
        }
        names[hole] = null;
        namespaces[hole] = "";
        uids[hole] = "";
        last[hole] = null;
    }

    private void move(int from, int to) {
        names[to] = names[from];
        namespaces[to] = namespaces[from];
        uids[to] = uids[from];
        versions[to] = versions[from];
        rounds[to] = rounds[from];
        last[to] = last[from];
    }

    private void grow() {
        KnownObjects larger = new KnownObjects();
        int length = 2 * names.length;
        larger.names = new String[length];
        larger.namespaces = new String[length];
        larger.uids = new String[length];
        larger.versions = new long[length];
        larger.rounds = new int[length];
        larger.last = new ObservedObject[length];
        for (int slot = 0; slot < names.length; slot++) {
            String name = names[slot];
            if (name != null) {
                int to = larger.slot(namespaces[slot], name);
                larger.names[to] = name;
                larger.namespaces[to] = namespaces[slot];
                larger.uids[to] = uids[slot];
                larger.versions[to] = versions[slot];
                larger.rounds[to] = rounds[slot];
                larger.last[to] = last[slot];
            }
        }
        names = larger.names;
        namespaces = larger.namespaces;
        uids = larger.uids;
        versions = larger.versions;
        rounds = larger.rounds;
        last = larger.last;
    }
}
