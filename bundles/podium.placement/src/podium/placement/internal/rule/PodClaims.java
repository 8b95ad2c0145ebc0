// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.ClaimSpec;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.placement.internal.dra.ClaimToAllocate;
import podium.placement.internal.dra.DeviceIndex;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * The resource claims of a pod as they are: those that need devices, those that have some, and what is wrong. A claim that
 * only pods of the subject use counts as if it had none: it loses its devices when they go (controller resourceclaim).
 *
 * @param open that need devices
 * @param pinned that have devices, and others or nobody use them
 * @param blockers why no node takes the pod
 * @param conditions what is not known
 * @param gone claims whose devices are free while the subject is placed
 */
public record PodClaims(
        List<ClaimToAllocate> open,
        List<ResourceClaim> pinned,
        List<String> blockers,
        List<String> conditions,
        Set<ResourceClaim> gone) {

    static final String UNKNOWN = Texts.of("PodClaims.itsResourceClaimsCan");

    /** The claims of a piece of a subject. */
    public static PodClaims of(TaskSpec spec, Optional<Task> task, TaskProbe probe, DeviceIndex index) {
        PodClaims claims = new PodClaims(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        for (Task moving : probe.moving) {
            index.claimsOf(uid(moving)).forEach(claims.gone::add);
        }
        // one of an earlier try to serve extended resources: the scheduler deletes it before the next
        task.ifPresent(own -> index.claimsOf(uid(own)).stream()
                .filter(ResourceClaim::extended)
                .forEach(claims.gone::add));
        SchedulingObjects facts = index.facts();
        boolean known = facts.listed(ResourceClaim.class)
                && facts.listed(ResourceSlice.class)
                && facts.listed(DeviceClass.class);
        if (!spec.resourceClaims().isEmpty() && !known) {
            claims.conditions.add(UNKNOWN);
            return claims;
        }
        for (String reference : spec.resourceClaims()) {
            int slash = reference.indexOf('/');
            if (slash < 0) {
                claims.named(reference, probe, facts);
            } else {
                claims.made(
                        reference.substring(TaskSpec.OWN.length(), slash),
                        reference.substring(slash + 1),
                        task.filter(own -> !probe.moving.contains(own)),
                        probe,
                        index);
            }
        }
        return claims;
    }

    private static String uid(Task task) {
        @Nullable String uid = task.getUid();
        return uid == null ? "" : uid;
    }

    private void named(String name, TaskProbe probe, SchedulingObjects facts) {
        Optional<ResourceClaim> found = facts.get(ResourceClaim.class, probe.namespace, name);
        if (found.isEmpty()) {
            missing(Texts.of("PodClaims.resourceClaim", CleanText.clean(name)), probe);
            return;
        }
        ResourceClaim claim = found.get();
        if (claim.ending()) {
            blockers.add(Texts.of("PodClaims.isBeingDeleted", words(claim)));
        }
        take(claim, probe, true);
    }

    private void take(ResourceClaim claim, TaskProbe probe, boolean once) {
        Set<String> moving = new HashSet<>();
        probe.moving.forEach(task -> moving.add(uid(task)));
        boolean free = !claim.users().isEmpty() && claim.users().stream().allMatch(user -> moving.contains(user.uid()));
        if (free) {
            gone.add(claim);
        }
        if (claim.allocation().isPresent() && !free) {
            pinned.add(claim);
        } else {
            open.add(new ClaimToAllocate(claim.name(), claim.spec(), once));
        }
    }

    /** A claim that is made from a template, for each pod its own. */
    private void made(String name, String template, Optional<Task> pod, TaskProbe probe, DeviceIndex index) {
        Optional<ResourceClaim> own = pod.flatMap(task -> index.claimsOf(uid(task)).stream()
                .filter(claim -> claim.podClaim().equals(name) && !claim.extended())
                .findFirst());
        if (own.isPresent()) {
            if (own.get().ending()) {
                blockers.add(Texts.of("PodClaims.isBeingDeleted", words(own.get())));
            }
            take(own.get(), probe, false);
            return;
        }
        SchedulingObjects facts = index.facts();
        Optional<ClaimSpec> spec = facts.get(ResourceClaimTemplate.class, probe.namespace, template)
                .map(ResourceClaimTemplate::spec);
        if (spec.isPresent()) {
            open.add(new ClaimToAllocate(name, spec.get(), false));
        } else if (facts.listed(ResourceClaimTemplate.class)) {
            missing(Texts.of("PodClaims.resourceClaimTemplate", CleanText.clean(template)), probe);
        } else {
            conditions.add(UNKNOWN);
        }
    }

    private void missing(String what, TaskProbe probe) {
        if (probe.supposed) {
            conditions.add(Texts.of("PodClaims.isCreatedAsWell", what));
        } else {
            blockers.add(Texts.of("PodClaims.doesNotExistIn", what, probe.namespace));
        }
    }

    static String words(ResourceClaim claim) {
        return ClaimToAllocate.words(CleanText.clean(claim.name()));
    }
}
