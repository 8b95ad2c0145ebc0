// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceRequest;
import podium.model.fleet.Job;
import podium.model.value.TaskSpec;

/**
 * Accelerators that the resource claims of one job's tasks ask for (DRA), as far as templates, claims and device classes tell:
 * of alternatives the first counts, and "all devices" count as the one that there must be at least. In the realm.
 */
final class ClaimedDevices {
    private static final Pattern DRIVER = Pattern.compile("device\\.driver\\s*==\\s*[\"']([^\"']+)[\"']");

    private final SchedulingObjects facts;
    private final String namespace;
    private final Set<String> shared = new HashSet<>(2);

    ClaimedDevices(@Nullable Job job) {
        facts = job == null ? new SchedulingObjects() : SchedulingObjects.of(job.getCluster());
        namespace = job == null || job.getNamespace() == null ? "" : job.getNamespace();
    }

    /** Of so many tasks more; a claim that tasks share counts with the first of them. */
    int add(TaskSpec spec, int tasks) {
        int sum = 0;
        for (String reference : spec.resourceClaims()) {
            int slash = reference.indexOf('/');
            if (slash >= 0) {
                sum += tasks
                        * facts.get(ResourceClaimTemplate.class, namespace, reference.substring(slash + 1))
                                .map(template -> devices(template.spec()))
                                .orElse(0);
            } else if (shared.add(reference)) {
                sum += facts.get(ResourceClaim.class, namespace, reference)
                        .map(claim -> devices(claim.spec()))
                        .orElse(0);
            }
        }
        return sum;
    }

    private int devices(ClaimSpec spec) {
        long sum = 0;
        for (DeviceRequest request : spec.requests()) {
            Optional<DeviceChoice> first = request.choices().stream().findFirst();
            if (first.isPresent() && !first.get().admin() && isOfAccelerators(first.get())) {
                sum += first.get().all() ? 1 : first.get().count();
            }
        }
        return (int) Math.min(sum, 1 << 20);
    }

    /** By the driver that class or request name, else by the name of the class: they are called after it as a rule. */
    private boolean isOfAccelerators(DeviceChoice choice) {
        List<String> ofClass = facts.get(DeviceClass.class, "", choice.deviceClass())
                .map(DeviceClass::selectors)
                .orElse(List.of());
        return Stream.concat(ofClass.stream(), choice.selectors().stream())
                .map(DRIVER::matcher)
                .filter(Matcher::find)
                .map(driver -> AcceleratorDrivers.is(driver.group(1)))
                .findFirst()
                .orElseGet(() -> AcceleratorDrivers.is(choice.deviceClass()));
    }
}
