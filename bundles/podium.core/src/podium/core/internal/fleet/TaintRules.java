// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.dra.DeviceId;
import podium.model.value.DeviceTaint;
import podium.model.value.DeviceTaints;

/**
 * The DeviceTaintRules of one cluster and what they do to devices (KEP-5055). Most rules name one device, so they are found by
 * its pool. In the realm.
 */
final class TaintRules {
    /** By pool; those that name none under the empty one. By name within. */
    private final Map<String, TreeMap<String, DeviceTaintRule>> byPool = new HashMap<>();

    private final List<DeviceTaintRule> changed = new ArrayList<>();

    /** Follows the facts. */
    void changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        if (before instanceof DeviceTaintRule rule) {
            TreeMap<String, DeviceTaintRule> rules = byPool.getOrDefault(rule.pool(), new TreeMap<>());
            rules.remove(rule.name());
            if (rules.isEmpty()) {
                byPool.remove(rule.pool());
            }
            changed.add(rule);
        }
        if (now instanceof DeviceTaintRule rule) {
            byPool.computeIfAbsent(rule.pool(), pool -> new TreeMap<>()).put(rule.name(), rule);
            changed.add(rule);
        }
    }

    /** Rules that came, changed or went since this was last asked, as they were and as they are. */
    List<DeviceTaintRule> takeChanged() {
        List<DeviceTaintRule> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** The taints of a device; null: none. */
    @Nullable
    DeviceTaints of(DeviceReport.Offer offer) {
        if (byPool.isEmpty() && offer.taints().isEmpty()) {
            return null;
        }
        List<DeviceTaint> taints = new ArrayList<>();
        offer.taints().forEach(taint -> taints.add(new DeviceTaint(taint, "")));
        add("", offer.id(), taints);
        if (!offer.id().pool().isEmpty()) {
            add(offer.id().pool(), offer.id(), taints);
        }
        return taints.isEmpty() ? null : new DeviceTaints(taints);
    }

    private void add(String pool, DeviceId id, List<DeviceTaint> taints) {
        TreeMap<String, DeviceTaintRule> rules = byPool.get(pool);
        if (rules != null) {
            rules.values().stream()
                    .filter(rule -> rule.selects(id))
                    .forEach(rule -> taints.add(new DeviceTaint(rule.taint(), rule.name())));
        }
    }
}
