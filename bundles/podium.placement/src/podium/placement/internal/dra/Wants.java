// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.dra.ClaimSpec;

/** What claims ask of the devices of one node, request by request and choice by choice. */
final class Wants {
    private final Plan plan;
    private final NodeDevices node;
    private final List<List<List<Want>>> wants = new ArrayList<>();

    /** Whether a device has what a want asks of its capacity. */
    interface Room {
        boolean enough(Want want, Entry entry);
    }

    Wants(Plan plan, NodeDevices node) {
        this.plan = plan;
        this.node = node;
        for (int claim = 0; claim < plan.claims(); claim++) {
            List<List<Want>> ofClaim = new ArrayList<>();
            for (List<Wish> choices : plan.requests(claim)) {
                List<Want> of = new ArrayList<>();
                choices.forEach(wish -> of.add(new Want(wish, node)));
                ofClaim.add(of);
            }
            wants.add(ofClaim);
        }
    }

    int claims() {
        return plan.claims();
    }

    ClaimSpec spec(int claim) {
        return plan.spec(claim);
    }

    Claimed claim(int claim) {
        return plan.claim(claim);
    }

    int requests(int claim) {
        return wants.get(claim).size();
    }

    List<Want> choices(int claim, int request) {
        return wants.get(claim).get(request);
    }

    /** True when the request names a list of choices, even of one. */
    boolean alternatives(int claim, int request) {
        return choices(claim, request).stream()
                .anyMatch(want -> !want.choice().name().isEmpty());
    }

    /** Finds out how many devices "all" are, and that no claim asks for more than it can have. */
    void count(Room room) throws Unjudged {
        for (int claim = 0; claim < claims(); claim++) {
            long least = 0;
            for (int request = 0; request < requests(claim); request++) {
                long fewest = Long.MAX_VALUE;
                for (Want want : choices(claim, request)) {
                    if (want.choice().all()) {
                        countAll(want, claim, room);
                    }
                    fewest = Math.min(fewest, want.count);
                }
                least += Math.min(fewest, Integer.MAX_VALUE);
            }
            if (least > Search.MOST_DEVICES) {
                throw new Unjudged(
                        Unjudged.Verdict.REFUSED,
                        claim(claim).words() + " asks for " + least + " devices, and one can have "
                                + Search.MOST_DEVICES);
            }
        }
    }

    private void countAll(Want want, int claim, Room room) throws Unjudged {
        for (Pool pool : node.pools()) {
            if (!pool.fault().isEmpty()) {
                throw new Unjudged(
                        Unjudged.Verdict.REFUSED,
                        claim(claim).words() + " asks for all devices, and pool " + pool.name() + " " + pool.fault());
            }
        }
        for (int at = 0; at < node.size(); at++) {
            if (want.selects(at) && room.enough(want, node.entry(at))) {
                want.all.add(at);
            }
        }
        want.count = want.all.size();
    }

    /** What is equal for devices that are interchangeable to every request and rule. */
    Object kind(int at, Entry entry, Room room) {
        List<Object> kind = new ArrayList<>();
        for (int claim = 0; claim < claims(); claim++) {
            for (int request = 0; request < requests(claim); request++) {
                for (Want want : choices(claim, request)) {
                    kind.add(selects(want, at, entry));
                    kind.add(entry.keepsOff(want.choice().tolerations()) == null && room.enough(want, entry));
                }
            }
            spec(claim).constraints().forEach(rule -> kind.add(Optional.ofNullable(entry.attribute(rule.attribute()))));
        }
        return kind;
    }

    private static Object selects(Want want, int at, Entry entry) {
        try {
            return want.selects(at);
        } catch (Unjudged e) {
            return entry; // like no other
        }
    }
}
