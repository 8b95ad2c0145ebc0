// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.ArrayList;
import java.util.List;
import podium.core.dra.DeviceChoice;

/** One way to meet one request of a claim, with what is known of the devices of a node for it. */
final class Want {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final String request;
    private final DeviceChoice choice;
    private final List<Sieve> sieves;
    private final byte[] matches;
    /** Places of the devices it asks for, when it asks for all. */
    final List<Integer> all = new ArrayList<>();

    long count;

    /**
     * @param sieves the selectors of the class, then its own
     * @param devices of the node
     */
    Want(String request, DeviceChoice choice, List<Sieve> sieves, int devices) {
        this.request = request;
        this.choice = choice;
        this.sieves = sieves;
        this.matches = new byte[devices];
        this.count = choice.count();
    }

    /** Name of the request. */
    String request() {
        return request;
    }

    /** Name of the choice, with its request's. */
    String name() {
        return choice.name().isEmpty() ? request : request + "/" + choice.name();
    }

    DeviceChoice choice() {
        return choice;
    }

    /** Whether class and request select a device that can be reached. */
    boolean selects(int at, Entry entry) throws Unjudged {
        if (matches[at] == UNKNOWN) {
            matches[at] = judge(entry) ? YES : NO;
        }
        return matches[at] == YES;
    }

    private boolean judge(Entry entry) throws Unjudged {
        for (Sieve sieve : sieves) {
            if (!sieve.passes(entry)) {
                return false;
            }
        }
        return entry.reachable();
    }
}
