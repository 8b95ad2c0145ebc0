// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/**
 * All rules that have something to say about one pod, in the order of kube-scheduler's default plugins. The first that
 * refuses a node decides. Source: kubernetes, pkg/scheduler/apis/config/v1/default_plugins.go.
 */
public final class FilterPlugins {

    private static final List<FilterPlugin> RULES = List.of(
            new NodeUnschedulableFilter(),
            new TaintTolerationFilter(),
            new NodeAffinityFilter(),
            new NodePortsFilter(),
            new NodeResourcesFilter(),
            new VolumeRestrictionsFilter(),
            new VolumeBindingFilter(),
            new VolumeZoneFilter(),
            new TopologySpreadFilter(),
            new InterPodAffinityFilter());

    private final PodInfo pod;
    private final SchedulerCache cluster;
    private final List<PodFilter> checks = new ArrayList<>();
    private final boolean heard;
    private Optional<String> everywhere = Optional.empty();

    /**
     * Reads the pod and the cluster.
     *
     * @param further rules that are asked after the default ones
     */
    public FilterPlugins(PodInfo pod, SchedulerCache cluster, List<FilterPlugin> further) {
        this.pod = pod;
        this.cluster = cluster;
        for (FilterPlugin rule : RULES) {
            if (everywhere.isEmpty()) {
                add(rule.prepare(pod, cluster));
            }
        }
        heard = everywhere.isEmpty();
        for (FilterPlugin rule : further) {
            if (everywhere.isEmpty()) {
                add(rule.prepare(pod, cluster));
            }
        }
    }

    private void add(PodFilter check) {
        if (check != PodFilter.NOTHING) {
            checks.add(check);
            everywhere = check.everywhere();
        }
    }

    /** Whether the rules about claims of devices, which come last, were asked at all. */
    public boolean heard() {
        return heard;
    }

    /** Whether the pod has claims of devices that could be dealt with. */
    public boolean claims() {
        return pod.claimsDevices() && everywhere.isEmpty();
    }

    /** Why no node at all will do, where that is known without looking at any. */
    public Optional<String> everywhere() {
        return everywhere;
    }

    /** The only nodes worth a look, where the pod names some. */
    public Optional<Set<String>> onlyNodes() {
        Optional<Set<String>> all = Optional.empty();
        for (PodFilter check : checks) {
            Optional<Set<String>> some = check.onlyNodes();
            if (some.isPresent()) {
                Set<String> both = new HashSet<>(some.get());
                all.ifPresent(both::retainAll);
                all = Optional.of(both);
            }
        }
        return all;
    }

    /** What speaks against a node, also when the pods that hope for it and go first are there. */
    public FilterStatus against(NodeInfo node) {
        List<PodInfo> first = cluster.nominations().before(pod, node);
        if (!first.isEmpty()) {
            first.forEach(other -> come(other, node));
            FilterStatus refusal = run(node);
            first.forEach(other -> go(other, node));
            if (!refusal.none()) {
                return refusal;
            }
        }
        return run(node);
    }

    private FilterStatus run(NodeInfo node) {
        for (PodFilter check : checks) {
            FilterStatus refusal = check.against(node);
            if (!refusal.none()) {
                return refusal;
            }
        }
        return FilterStatus.NONE;
    }

    /** As if a pod were on a node. */
    public void come(PodInfo other, NodeInfo node) {
        node.add(other);
        checks.forEach(check -> check.changed(other, node, 1));
    }

    /** As if a pod had left a node. */
    public void go(PodInfo other, NodeInfo node) {
        node.remove(other);
        checks.forEach(check -> check.changed(other, node, -1));
    }
}
