// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.core.dra.DeviceRequest;
import podium.core.dra.NamedValues;
import podium.kubernetes.internal.json.JsonTree;

/**
 * resource.k8s.io ResourceClaim, ResourceClaimTemplate, DeviceClass and DeviceTaintRule, v1beta1 to v1. In v1beta1 a request
 * is itself what later versions call {@code exactly}. Claims of one template share what they ask for. One thread.
 */
final class ClaimDecoder {
    private static final String POD_CLAIM = "resource.kubernetes.io/pod-claim-name";
    private static final String EXTENDED = "resource.kubernetes.io/extended-resource-claim";

    private final WeakHashMap<ClaimSpec, WeakReference<ClaimSpec>> known = new WeakHashMap<>();

    List<Change> claim(JsonTree claim) {
        JsonTree metadata = claim.at("metadata");
        JsonTree annotations = metadata.at("annotations");
        JsonTree status = claim.at("status");
        return fact(new SchedulingObject.ResourceClaim(
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                owner(metadata),
                annotations.text(POD_CLAIM),
                annotations.flag(EXTENDED),
                spec(claim.at("spec")),
                status.at("allocation").isObject()
                        ? Optional.of(allocation(status.at("allocation")))
                        : Optional.empty(),
                status.at("reservedFor").elements().stream()
                        .map(user -> new ClaimUser(user.text("resource"), user.text("name"), user.text("uid")))
                        .toList(),
                metadata.at("deletionTimestamp").exists()));
    }

    private static String owner(JsonTree metadata) {
        return PodDecoder.controller(metadata.at("ownerReferences"))
                .filter(owner -> "Pod".equals(owner.kind()))
                .map(owner -> owner.uid())
                .orElse("");
    }

    List<Change> template(JsonTree template) {
        JsonTree metadata = template.at("metadata");
        return fact(new SchedulingObject.ResourceClaimTemplate(
                metadata.text("namespace"), metadata.text("name"), spec(template.at("spec", "spec"))));
    }

    static List<Change> deviceClass(JsonTree object) {
        return fact(new SchedulingObject.DeviceClass(
                object.at("metadata").text("name"),
                selectors(object.at("spec")),
                object.at("spec").text("extendedResourceName"),
                object.at("metadata").time("creationTimestamp")));
    }

    /** A rule of an older version that selects by class or CEL names no device here, and is left out. */
    static List<Change> taintRule(JsonTree rule) {
        JsonTree spec = rule.at("spec");
        JsonTree selector = spec.at("deviceSelector");
        return selector.at("deviceClassName").exists()
                        || selector.at("selectors").exists()
                ? List.of()
                : fact(new SchedulingObject.DeviceTaintRule(
                        rule.at("metadata").text("name"),
                        selector.text("driver"),
                        selector.text("pool"),
                        selector.text("device"),
                        OfferedDeviceDecoder.taint(spec.at("taint"))));
    }

    private static List<Change> fact(SchedulingObject fact) {
        return List.of(new Change.FactSeen(fact));
    }

    private ClaimSpec spec(JsonTree spec) {
        JsonTree devices = spec.at("devices");
        return share(new ClaimSpec(
                devices.at("requests").elements().stream()
                        .map(ClaimDecoder::request)
                        .toList(),
                devices.at("constraints").elements().stream()
                        .map(ClaimDecoder::constraint)
                        .toList()));
    }

    private ClaimSpec share(ClaimSpec spec) {
        @Nullable WeakReference<ClaimSpec> reference = known.get(spec);
        @Nullable ClaimSpec shared = reference == null ? null : reference.get();
        if (shared == null) {
            known.put(spec, new WeakReference<>(spec));
            return spec;
        }
        return shared;
    }

    private static DeviceRequest request(JsonTree request) {
        String name = request.text("name");
        if (request.at("firstAvailable").exists()) {
            return new DeviceRequest(
                    name,
                    request.at("firstAvailable").elements().stream()
                            .map(choice -> choice(choice, choice.text("name")))
                            .toList());
        }
        JsonTree exactly = request.at("exactly").exists() ? request.at("exactly") : request;
        return new DeviceRequest(
                name, exactly.text("deviceClassName").isEmpty() ? List.of() : List.of(choice(exactly, "")));
    }

    private static DeviceChoice choice(JsonTree choice, String name) {
        return new DeviceChoice(
                name,
                choice.text("deviceClassName"),
                selectors(choice),
                "All".equals(choice.text("allocationMode")),
                choice.at("count").exists() ? choice.whole("count") : 1,
                choice.flag("adminAccess"),
                choice.at("tolerations").elements().stream()
                        .map(Affinities::toleration)
                        .toList(),
                amounts(choice.at("capacity", "requests")));
    }

    private static List<String> selectors(JsonTree of) {
        return of.at("selectors").elements().stream()
                .map(selector -> selector.at("cel").text("expression"))
                .toList();
    }

    private static DeviceConstraint constraint(JsonTree constraint) {
        boolean distinct = constraint.at("distinctAttribute").exists();
        return new DeviceConstraint(
                constraint.at("requests").texts(),
                constraint.text(distinct ? "distinctAttribute" : "matchAttribute"),
                distinct);
    }

    private static ClaimAllocation allocation(JsonTree allocation) {
        return new ClaimAllocation(
                allocation.at("devices", "results").elements().stream()
                        .map(ClaimDecoder::device)
                        .toList(),
                OfferedDeviceDecoder.terms(allocation.at("nodeSelector")));
    }

    private static AllocatedDevice device(JsonTree result) {
        return new AllocatedDevice(
                result.text("request"),
                new DeviceId(result.text("driver"), result.text("pool"), result.text("device")),
                result.flag("adminAccess"),
                result.text("shareID"),
                amounts(result.at("consumedCapacity")));
    }

    private static NamedValues<BigDecimal> amounts(JsonTree quantities) {
        Map<String, BigDecimal> map = new TreeMap<>();
        quantities.fields((name, quantity) -> map.put(name, OfferedDeviceDecoder.quantity(quantity)));
        return map.isEmpty() ? NamedValues.none() : NamedValues.of(map);
    }
}
