// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.change.Change;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.value.ControllerRef;

/** One cluster of the model with its indexes; applies the changes of that cluster. In the realm. */
final class ClusterState {
    private static final Set<String> QUEUE_KINDS =
            Set.of("ClusterQueue", "LocalQueue", "Queue", "ResourceQuota", "Namespace", "Cohort", "ResourceFlavor");

    final Cluster cluster;
    final SchedulingObjects facts = new SchedulingObjects();
    private final AffectedObjects touched;
    private final Domains domains;
    private final Nodes nodes;
    private final Queues queues;
    private final Jobs jobs;
    private final Tasks tasks;
    private final DisruptionBudgets budgets;
    private final ClaimingJobs claimed;

    ClusterState(Cluster cluster, List<DomainLevel> levels, AffectedObjects touched) {
        this.cluster = cluster;
        this.touched = touched;
        domains = new Domains(cluster, levels);
        TaintRules rules = new TaintRules();
        nodes = new Nodes(cluster, domains, touched, rules);
        queues = new Queues(cluster, touched);
        jobs = new Jobs(cluster, queues, touched, this::controller);
        tasks = new Tasks(nodes, jobs, touched);
        budgets = new DisruptionBudgets(cluster, touched);
        claimed = new ClaimingJobs(cluster, touched);
        facts.follow(new ClaimHolders(nodes::holders)::changed);
        facts.follow(claimed::changed);
        facts.follow(rules::changed);
        cluster.setFacts(facts);
    }

    private Optional<ControllerRef> controller(String podUid) {
        return tasks.controller(podUid);
    }

    void apply(Change change) {
        switch (change) {
            case Change.NodeSeen seen -> nodes.seen(seen);
            case Change.PodSeen seen -> tasks.seen(seen);
            case Change.WorkloadSeen seen -> jobs.seen(seen);
            case Change.GangSeen seen -> jobs.seen(seen);
            case Change.BudgetSeen seen -> budgets.seen(seen);
            case Change.QueueSeen seen -> queues.seen(seen);
            case Change.PriorityClassSeen seen -> prioritiesChanged(queues.seen(seen));
            case Change.DevicesSeen seen -> nodes.devices(seen);
            case Change.HoldersSeen seen -> nodes.holders(seen);
            case Change.FactSeen seen -> factsChanged(facts.seen(seen.fact()));
            case Change.LinksSeen seen -> nodes.links(seen);
            case Change.Gone gone -> gone(gone);
            case Change.Listed listed -> listed(listed);
            case Change.KindRead read -> factsChanged(facts.read(read.resource(), read.reading(), read.namespace()));
            case Change.ConnectionChanged changed -> connection(changed);
            case Change.Protected seen -> protection(seen);
            case Change.Marked seen -> mark(seen);
            case Change.Renamed seen -> rename(seen);
            case Change.Heard heard -> heard(heard);
        }
    }

    /** Derives what depends on more than one change. Once at the end of each slice. */
    void settle() {
        nodes.settle();
        domains.settle(touched);
        nodes.moved().forEach(jobs::changed);
        jobs.settle();
        claimed.settle();
    }

    private void factsChanged(boolean changed) {
        if (changed) {
            touched.touch(cluster);
        }
    }

    private void gone(Change.Gone gone) {
        factsChanged(facts.gone(gone.kind(), gone.namespace(), gone.name()));
        switch (gone.kind()) {
            case "Node" -> nodes.gone(gone.name(), gone.uid());
            case "Pod" -> tasks.gone(gone.namespace(), gone.name(), gone.uid());
            case "PodDisruptionBudget" -> budgets.gone(gone.namespace(), gone.name(), gone.uid());
            case "PriorityClass" -> prioritiesChanged(queues.priorityGone(gone.name()));
            default -> {
                if (QUEUE_KINDS.contains(gone.kind())) {
                    queues.gone(gone.kind(), gone.namespace(), gone.name(), gone.uid());
                } else {
                    jobs.gone(gone.uid());
                }
            }
        }
    }

    private void listed(Change.Listed listed) {
        if ("Pod".equals(listed.kind())) {
            jobs.podsListed();
        }
        facts.listed(listed.kind());
        touched.touch(cluster);
    }

    private void prioritiesChanged(boolean changed) {
        if (changed) {
            jobs.prioritiesChanged();
        }
    }

    private void connection(Change.ConnectionChanged seen) {
        boolean changed = FeatureSetter.set(cluster.getConnection(), seen.state(), cluster::setConnection);
        changed |= FeatureSetter.set(cluster.getConnectionSince(), seen.since(), cluster::setConnectionSince);
        changed |= FeatureSetter.setText(cluster.getConnectionMessage(), seen.message(), cluster::setConnectionMessage);
        changed |= FeatureSetter.setText(cluster.getConnectionAdvice(), seen.advice(), cluster::setConnectionAdvice);
        if (!seen.server().isEmpty()) {
            changed |= FeatureSetter.set(cluster.getServer(), seen.server(), cluster::setServer);
        }
        if (!seen.version().isEmpty()) {
            changed |= FeatureSetter.set(cluster.getVersion(), seen.version(), cluster::setVersion);
        }
        if (changed) {
            touched.touch(cluster);
        }
    }

    private void protection(Change.Protected seen) {
        if (FeatureSetter.set(cluster.getProtection(), seen.protection(), cluster::setProtection)) {
            touched.touch(cluster);
        }
    }

    private void mark(Change.Marked seen) {
        boolean changed = FeatureSetter.set(cluster.isProduction(), seen.production(), cluster::setProduction);
        changed |= FeatureSetter.set(cluster.getColor(), seen.color(), cluster::setColor);
        if (changed) {
            touched.touch(cluster);
        }
    }

    private void rename(Change.Renamed seen) {
        if (FeatureSetter.set(cluster.getName(), seen.name(), cluster::setName)) {
            touched.touch(cluster);
            touched.structure();
        }
    }

    private void heard(Change.Heard heard) {
        boolean changed = FeatureSetter.set(cluster.getLastContact(), heard.at(), cluster::setLastContact);
        jobs.heard(heard.at());
        if (changed) {
            touched.touch(cluster);
        }
    }
}
