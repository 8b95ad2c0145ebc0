// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import podium.core.dra.DeviceChoice;
import podium.placement.internal.dra.RequestOption.Sieve;

/** One way to meet a request of a claim, with the devices of one node that match it. */
final class NodeRequestOption {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final RequestOption wish;
    private final NodeDevices node;
    private byte[] matches = {};
    /** Devices it selects, where no selector fails on any of a few; else each is judged by itself. */
    private long selected;

    private boolean counted;
    private boolean begun;
    /** Places of the devices it asks for, when it asks for all. */
    final List<Integer> all = new ArrayList<>();

    long count;

    NodeRequestOption(RequestOption wish, NodeDevices node) {
        this.wish = wish;
        this.node = node;
        this.count = wish.choice().count();
    }

    /** Name of the request. */
    String request() {
        return wish.request();
    }

    /** Name of the choice, with its request's. */
    String name() {
        return wish.name();
    }

    /** What it asks for. */
    String words() {
        return wish.words();
    }

    DeviceChoice choice() {
        return wish.choice();
    }

    /** Whether class and request select a device that can be reached. */
    boolean selects(int at) throws UnjudgedException {
        if (!begun) {
            begin();
        }
        if (counted) {
            return (selected & 1L << at) != 0;
        }
        if (matches[at] == UNKNOWN) {
            matches[at] = judge(at) ? YES : NO;
        }
        return matches[at] == YES;
    }

    private void begin() {
        begun = true;
        counted = node.small();
        long all = counted ? node.reachable() : 0;
        for (Sieve sieve : wish.sieves()) {
            if (!counted || !sieve.sound() || node.failed(sieve.selector().orElseThrow()) != 0) {
                counted = false;
                break;
            }
            all &= node.yes(sieve.selector().orElseThrow());
        }
        selected = all;
        if (!counted) {
            matches = new byte[node.size()];
        }
    }

    private boolean judge(int at) throws UnjudgedException {
        for (Sieve sieve : wish.sieves()) {
            if (!sieve.passes(node, at)) {
                return false;
            }
        }
        return node.entry(at).reachable();
    }
}
