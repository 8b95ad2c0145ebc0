// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.access.AccessService;
import podium.operation.access.RequiredPermissions;
import podium.operation.rule.RuleService;
import podium.operation.submit.Manifest;
import podium.ui.label.FleetLabels;

/**
 * Whether something may be offered at all: the rights that the server grants, the lock of the cluster, the operator's rules. They are
 * told in this order: nobody unlocks a cluster for what they may not do there. UI thread.
 */
@Creatable
public final class ActionEnablement {
    private final ConsoleLocks locks;
    private final RuleService rules;
    private final AccessService access;

    @Inject
    public ActionEnablement(ConsoleLocks locks, RuleService rules, AccessService access) {
        this.locks = locks;
        this.rules = rules;
        this.access = access;
    }

    /** Why the act must not be done to these nodes; empty: it may be offered. */
    public Optional<String> whyNot(FleetAction action, List<Node> nodes) {
        Optional<String> gone = FleetLabels.gone(nodes);
        return gone.isPresent() ? gone : barred(action, nodes);
    }

    private Optional<String> barred(FleetAction action, List<Node> nodes) {
        return nodes.stream()
                .findFirst()
                .flatMap(node -> missing(
                        node.getCluster(),
                        action == FleetAction.DRAIN
                                ? RequiredPermissions.toDrain(nodes)
                                : RequiredPermissions.toCordon()))
                .or(() -> nodes.stream()
                        .map(Node::getCluster)
                        .distinct()
                        .flatMap(cluster -> locks.reason(cluster).stream())
                        .findFirst())
                .or(() -> nodes.stream()
                        .flatMap(node -> rules.whyNotNode(id(node.getCluster()), node.getName()).stream())
                        .findFirst());
    }

    /** Why the act must not be done to this job; empty: it may be offered. */
    public Optional<String> whyNot(FleetAction action, Job job) {
        return reasons(action, job).findFirst();
    }

    /** The right that is missing to do this to a job; nothing of a lock, which can be lifted. */
    public Optional<String> missingRight(FleetAction action, Job job) {
        return missing(job.getCluster(), needed(action, job));
    }

    /** All that forbids it. */
    public Stream<String> reasons(FleetAction action, Job job) {
        Optional<String> gone = FleetLabels.gone(List.of(job));
        if (gone.isPresent()) {
            return gone.stream();
        }
        Cluster cluster = job.getCluster();
        return reasons(
                () -> missing(cluster, needed(action, job)),
                () -> locks.reason(cluster),
                () -> rules.whyNotNamespace(id(cluster), job.getNamespace()));
    }

    /** One after the other, as they are asked for. */
    @SafeVarargs
    private static Stream<String> reasons(Supplier<Optional<String>>... all) {
        return Stream.of(all).flatMap(one -> one.get().stream());
    }

    /** Why nothing must be created there, as far as is known before it is said what; empty: it may be offered. */
    public Optional<String> whyNotCreate(Cluster cluster) {
        return locks.reason(cluster);
    }

    /** Why the objects of a manifest must not be created; empty: it may be offered. */
    public Optional<String> whyNotCreate(Cluster cluster, Manifest manifest) {
        return reasonsNotToCreate(cluster, manifest).findFirst();
    }

    /** All that forbids to create them. */
    public Stream<String> reasonsNotToCreate(Cluster cluster, Manifest manifest) {
        return reasons(
                () -> missing(cluster, RequiredPermissions.toCreate(manifest)),
                () -> locks.reason(cluster),
                () -> manifest.items().stream()
                        .map(item -> item.ref().namespace())
                        .filter(namespace -> !namespace.isEmpty())
                        .distinct()
                        .flatMap(namespace -> rules.whyNotNamespace(id(cluster), namespace).stream())
                        .findFirst());
    }

    /** Why an act must not be done to this object; empty: it may be offered. */
    public Optional<String> whyNot(Cluster cluster, ObjectRef ref, ObjectVerb verb) {
        Stream<String> refused = missing(cluster, List.of(verb.needed(ref))).stream();
        return (verb.changes()
                        ? Stream.concat(
                                refused,
                                reasons(
                                        () -> locks.reason(cluster),
                                        () -> ref.namespace().isEmpty()
                                                ? Optional.empty()
                                                : rules.whyNotNamespace(id(cluster), ref.namespace()),
                                        () -> ObjectVerb.node(ref)
                                                .flatMap(name -> rules.whyNotNode(id(cluster), name))))
                        : refused)
                .findFirst();
    }

    /** Why the operator has no right to take the operation back, as it was foreseen; empty: it may be offered. */
    public Optional<String> whyNotUndo(Operation operation) {
        return missing(
                operation.plan().cluster(),
                RequiredPermissions.of(operation.plan().undo()));
    }

    /** Why nothing that only looks into pods must be done to this job; a lock and rules leave it. */
    public Optional<String> whyNotReach(FleetAction action, Job job) {
        return missing(
                job.getCluster(),
                switch (action) {
                    case LOGS -> RequiredPermissions.toReach(job, "get", "log");
                    case FORWARD -> RequiredPermissions.toReach(job, "create", "portforward");
                    default -> RequiredPermissions.toReach(job, "create", "exec");
                });
    }

    private static Collection<Permission> needed(FleetAction action, Job job) {
        return switch (action) {
            case PLACE -> RequiredPermissions.toPlace(job);
            case RUN_NOW -> RequiredPermissions.toTrigger(job);
            case DELETE -> RequiredPermissions.toDelete(job);
            default -> RequiredPermissions.toPatch(job);
        };
    }

    /** Called on any thread when an answer about rights has come. */
    public AutoCloseable listen(Runnable listener) {
        return access.listen(listener);
    }

    private Optional<String> missing(Cluster cluster, Collection<Permission> needed) {
        return missing(id(cluster), needed);
    }

    /** One on a resource that only the server can tell is asked for when the plan is made. */
    private Optional<String> missing(ClusterId cluster, Collection<Permission> needed) {
        return access.missing(
                cluster,
                needed.stream().filter(one -> !one.resource().isEmpty()).toList());
    }

    private static ClusterId id(Cluster cluster) {
        return ClusterId.of(cluster);
    }
}
