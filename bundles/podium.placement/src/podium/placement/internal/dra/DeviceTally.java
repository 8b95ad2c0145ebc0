// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.text.CleanText;
import podium.model.value.Taint;
import podium.placement.texts.Texts;

/** The devices of a node counted by what keeps a request off them, each once. */
final class DeviceTally {
    private final Map<String, Integer> holders = new LinkedHashMap<>();
    private final Map<String, Integer> taints = new LinkedHashMap<>();
    private int matching;
    private int allocated;
    private int tainted;
    private int full;
    private int uncounted;
    private final List<NodeDevice> free = new ArrayList<>();
    private @Nullable ResourceClaim lastClaim;
    private String lastUser = "";
    /** The user of the devices before, and how many of them are not in the map yet. */
    private String run = "";

    private int length;

    private DeviceTally() {}

    /**
     * Counts for one way to meet a request, as if nothing else of the pod were placed.
     *
     * @throws UnjudgedException a selector fails
     */
    static DeviceTally of(NodeDevices node, AllocationState usage, NodeRequestOption want, ClaimNames users)
            throws UnjudgedException {
        DeviceTally tally = new DeviceTally();
        SharedCounters counters = new SharedCounters(usage);
        for (int at = 0; at < node.size(); at++) {
            if (want.selects(at)) {
                tally.add(node, at, usage.of(node, at), want, counters, users);
            }
        }
        tally.endRun();
        return tally;
    }

    private void add(
            NodeDevices node,
            int at,
            DeviceUsage holding,
            NodeRequestOption want,
            SharedCounters counters,
            ClaimNames users) {
        NodeDevice entry = node.entry(at);
        matching++;
        if (!want.choice().admin() && holding.whole()) {
            held(holding.parts(), users);
            return;
        }
        @Nullable Taint taint = entry.keepsOff(want.choice().tolerations());
        Optional<Map<String, java.math.BigDecimal>> consumed = holding.consumed();
        if (taint != null) {
            tainted++;
            taints.merge(taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()), 1, Integer::sum);
        } else if (!(consumed.isEmpty()
                        && node.isPlain(at)
                        && want.choice().capacity().isEmpty())
                && !CapacityRules.enough(
                        want.choice().capacity(), entry.device().capacity(), consumed.orElse(Map.of()), Map.of())) {
            full++;
        } else if (!(entry.device().shared() && consumed.isPresent())
                && !entry.device().counters().isEmpty()
                && !counters.has(node.pool(at), entry)) {
            uncounted++;
        } else {
            free.add(entry);
        }
    }

    /** One more device that is had; devices of one user come one after the other. */
    private void held(List<DeviceUsage.Part> parts, ClaimNames users) {
        allocated++;
        if (parts.size() > 1) {
            endRun();
            holders(parts, users).forEach(user -> holders.merge(user, 1, Integer::sum));
            return;
        }
        String user = user(parts.getFirst(), users);
        if (!user.equals(run)) {
            endRun();
            run = user;
        }
        length++;
    }

    private void endRun() {
        if (length > 0) {
            holders.merge(run, length, Integer::sum);
            length = 0;
        }
    }

    private Collection<String> holders(List<DeviceUsage.Part> parts, ClaimNames users) {
        Set<String> all = new LinkedHashSet<>();
        for (DeviceUsage.Part part : parts) {
            if (part.device().share().isEmpty()) {
                all.add(user(part, users));
            }
        }
        return all;
    }

    private String user(DeviceUsage.Part part, ClaimNames users) {
        return part.claim().isPresent() ? user(part.claim().get(), users) : Texts.of("DeviceTally.itsOwnTasks");
    }

    /** Devices of one claim come one after the other. */
    private String user(ResourceClaim claim, ClaimNames users) {
        if (lastClaim != claim) {
            lastClaim = claim;
            lastUser = users.of(claim);
        }
        return lastUser;
    }

    int matching() {
        return matching;
    }

    List<NodeDevice> free() {
        return free;
    }

    /** What became of those that match, without the free ones: "5 allocated: 2 by llm-eval-7, 3 by x; 1 tainted". */
    String words() {
        List<String> parts = new ArrayList<>();
        if (allocated > 0) {
            List<String> by = new ArrayList<>();
            holders.forEach((user, count) -> by.add(Texts.of("DeviceTally.numberByUser", count, user)));
            parts.add(Texts.of("DeviceTally.allocated", allocated, String.join(", ", by)));
        }
        if (tainted > 0) {
            parts.add(
                    Texts.of("DeviceTally.taintedWith", tainted, CleanText.clean(String.join(", ", taints.keySet()))));
        }
        if (full > 0) {
            parts.add(Texts.of("DeviceTally.withoutEnoughCapacityLeft", full));
        }
        if (uncounted > 0) {
            parts.add(Texts.of("DeviceTally.noLongerToBe", uncounted));
        }
        return String.join("; ", parts);
    }
}
