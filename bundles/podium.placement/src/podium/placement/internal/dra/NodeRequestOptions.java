// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.dra.ClaimSpec;
import podium.placement.texts.Texts;

/** What claims ask of the devices of one node, request by request and choice by choice. */
final class NodeRequestOptions {
    private final CompiledClaims plan;
    private final NodeDevices node;
    private final List<List<List<NodeRequestOption>>> wants = new ArrayList<>();

    /** Whether a device has what a want asks of its capacity. */
    interface Room {
        boolean enough(NodeRequestOption want, NodeDevice entry);
    }

    NodeRequestOptions(CompiledClaims plan, NodeDevices node) {
        this.plan = plan;
        this.node = node;
        for (int claim = 0; claim < plan.claims(); claim++) {
            List<List<NodeRequestOption>> ofClaim = new ArrayList<>();
            for (List<RequestOption> choices : plan.requests(claim)) {
                List<NodeRequestOption> of = new ArrayList<>();
                choices.forEach(wish -> of.add(new NodeRequestOption(wish, node)));
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

    ClaimToAllocate claim(int claim) {
        return plan.claim(claim);
    }

    int requests(int claim) {
        return wants.get(claim).size();
    }

    List<NodeRequestOption> choices(int claim, int request) {
        return wants.get(claim).get(request);
    }

    /** True when the request names a list of choices, even of one. */
    boolean alternatives(int claim, int request) {
        return choices(claim, request).stream()
                .anyMatch(want -> !want.choice().name().isEmpty());
    }

    /** Finds out how many devices "all" are, and that no claim asks for more than it can have. */
    void count(Room room) throws UnjudgedException {
        for (int claim = 0; claim < claims(); claim++) {
            long least = 0;
            for (int request = 0; request < requests(claim); request++) {
                long fewest = Long.MAX_VALUE;
                for (NodeRequestOption want : choices(claim, request)) {
                    if (want.choice().all()) {
                        countAll(want, claim, room);
                    }
                    fewest = Math.min(fewest, want.count);
                }
                least += Math.min(fewest, Integer.MAX_VALUE);
            }
            if (least > AllocationSearch.MOST_DEVICES) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.REFUSED,
                        Texts.of(
                                "NodeRequestOptions.asksForDevicesAnd",
                                claim(claim).words(),
                                least,
                                AllocationSearch.MOST_DEVICES));
            }
        }
    }

    private void countAll(NodeRequestOption want, int claim, Room room) throws UnjudgedException {
        for (DevicePool pool : node.pools()) {
            if (!pool.fault().isEmpty()) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.REFUSED,
                        Texts.of(
                                "NodeRequestOptions.asksForAllDevices",
                                claim(claim).words(),
                                pool.name(),
                                pool.fault()));
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
    Object kind(int at, NodeDevice entry, Room room) {
        List<Object> kind = new ArrayList<>();
        for (int claim = 0; claim < claims(); claim++) {
            for (int request = 0; request < requests(claim); request++) {
                for (NodeRequestOption want : choices(claim, request)) {
                    kind.add(selects(want, at, entry));
                    kind.add(entry.keepsOff(want.choice().tolerations()) == null && room.enough(want, entry));
                }
            }
            spec(claim).constraints().forEach(rule -> kind.add(Optional.ofNullable(entry.attribute(rule.attribute()))));
        }
        return kind;
    }

    private static Object selects(NodeRequestOption want, int at, NodeDevice entry) {
        try {
            return want.selects(at);
        } catch (UnjudgedException e) {
            return entry; // like no other
        }
    }
}
