// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.DeviceId;
import podium.core.fleet.PciProducts;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.QuantityReader;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.Health;
import podium.model.value.Taint;

/**
 * One device of a ResourceSlice. Which attributes drivers write: cmd/gpu-kubelet-plugin/deviceinfo.go and mig.go of
 * kubernetes-sigs/dra-driver-nvidia-gpu (MIG devices name their GPU by parentUUID and are called
 * {@code gpu-MINOR-mig-PROFILE-ID-PLACEMENT}), docs/driver-attributes of ROCm/k8s-gpu-dra-driver (type amdgpu and
 * amdgpu-partition), Project-HAMi/HAMi-DRA (type hami-gpu), doc of intel/intel-resource-drivers-for-kubernetes (names are PCI
 * addresses and device ids).
 *
 * @param device its attributes, capacity, taints and counters
 */
record PublishedDevice(DeviceId id, JsonTree device) {
    private static final Pattern ACCELERATOR =
            Pattern.compile("(amd|intel|hami-)?(gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu|mlu|dcu)");
    private static final Set<String> PARTS = Set.of("mig", "amdgpu-partition", "partition", "vf", "vfio");
    private static final Pattern PART_NAME = Pattern.compile("(?<parent>.*?\\d)-(?:mig|partition)-.*");
    /** A bare number at the end: gpu-3. A PCI address or the number of a render node is no index. */
    private static final Pattern NUMBERED = Pattern.compile("[a-z]+[-_]?(\\d{1,3})");

    private static final List<String> LOST = List.of("gpu-lost", "xid", "unhealthy");

    /** True for a whole accelerator or a part of one. */
    boolean isAccelerator() {
        String type = type();
        return AcceleratorDrivers.is(id)
                && (type.isEmpty() || ACCELERATOR.matcher(type).matches() || isPart());
    }

    private String type() {
        return attribute("type").toLowerCase(Locale.ROOT);
    }

    /** True for a MIG device, a partition, a virtual function, or a GPU as it is given to a virtual machine. */
    boolean isPart() {
        return PARTS.contains(type())
                || !first("parentUUID", "parentPciAddr").isEmpty()
                || PART_NAME.matcher(id.device()).matches();
    }

    /** By what its whole is found: identifiers first, then the counters they share, then the name. */
    List<String> parents() {
        Matcher name = PART_NAME.matcher(id.device());
        return Stream.of(
                        first("parentUUID"),
                        "vfio".equals(type()) ? uuid() : "",
                        first("parentPciAddr"),
                        pciBusId(),
                        counterSet(),
                        name.matches() ? name.group("parent") : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether a part says that this is its whole. */
    boolean isWholeOf(PublishedDevice part) {
        List<String> parents = part.parents();
        return Stream.of(uuid(), pciBusId(), counterSet(), id.device())
                .anyMatch(text -> !text.isEmpty() && parents.contains(text));
    }

    private String counterSet() {
        return device.at("consumesCounters").elements().stream()
                .map(use -> use.text("counterSet"))
                .findFirst()
                .orElse("");
    }

    /** What it takes of shared counters is there for others too until somebody has it. */
    Part part() {
        boolean possible = !counterSet().isEmpty() || "vfio".equals(type());
        String profile = first("profile", "partitionProfile", "vfProfile");
        String uuid = "vfio".equals(type()) ? "" : uuid();
        return new Part(profile.isEmpty() ? type() : profile, uuid, id, possible);
    }

    /** The whole of a part that is not published itself. */
    DeviceReport whole(int index) {
        return new DeviceReport(
                index,
                first("parentUUID"),
                model(),
                OptionalLong.empty(),
                first("parentPciAddr").isEmpty() ? pciBusId() : first("parentPciAddr"),
                numa(),
                health(),
                healthReason(),
                Optional.empty());
    }

    DeviceReport report(int index) {
        return new DeviceReport(
                index,
                uuid(),
                model(),
                memory(),
                pciBusId(),
                numa(),
                health(),
                healthReason(),
                Optional.of(new DeviceReport.Offer(id, taints())));
    }

    private String uuid() {
        return first("uuid", "id");
    }

    private String pciBusId() {
        return first("resource.kubernetes.io/pciBusID", "pciBusID", "pciAddress", "pciAddr", "pcieBusID");
    }

    private OptionalInt numa() {
        return number(first("resource.kubernetes.io/numaNode", "numaNode", "numa"));
    }

    /** The driver's name of the product, else what its PCI device id says. */
    private String model() {
        String named = first("productName", "model", "product", "product-name");
        if (!named.isEmpty() && !"Unknown".equalsIgnoreCase(named)) {
            return named;
        }
        return PciProducts.product(AcceleratorDrivers.vendor(id.driver()), first("pciId", "pciDeviceID"))
                .orElse("");
    }

    private List<Taint> taints() {
        return device.at("taints").elements().stream()
                .map(OfferedDeviceDecoder::taint)
                .toList();
    }

    private Optional<Taint> taint() {
        return taints().stream().filter(one -> !"None".equals(one.effect())).findFirst();
    }

    private boolean isSaidUnhealthy() {
        return "false".equals(first("healthy")) || "unhealthy".equalsIgnoreCase(first("health"));
    }

    private Health health() {
        String key = taint().map(Taint::key).orElse("");
        if (isSaidUnhealthy() || LOST.stream().anyMatch(key::contains)) {
            return Health.FAILED;
        }
        return key.isEmpty() ? Health.HEALTHY : Health.DEGRADED;
    }

    private String healthReason() {
        return taint().map(one -> one.key() + (one.value().isEmpty() ? "" : "=" + one.value()))
                .orElse(isSaidUnhealthy() ? Texts.of("PublishedDevice.itsDriverReportsItUnhealthy") : "");
    }

    /** The index that the driver tells, or that of its name, or of the GPU it is a part of. */
    OptionalInt index() {
        OptionalInt given = isPart() ? OptionalInt.empty() : number(first("index", "minor"));
        if (given.isPresent()) {
            return given;
        }
        Matcher part = PART_NAME.matcher(id.device());
        Matcher numbered = NUMBERED.matcher(isPart() && part.matches() ? part.group("parent") : id.device());
        return numbered.matches() ? number(numbered.group(1)) : OptionalInt.empty();
    }

    private OptionalLong memory() {
        for (String name : List.of("memory", "gpu.nvidia.com/memory", "vram", "hbm")) {
            JsonTree amount = device.at("capacity", name);
            OptionalLong bytes =
                    QuantityReader.amount(name, amount.text().isEmpty() ? amount.text("value") : amount.text());
            if (bytes.isPresent() && bytes.getAsLong() > 0) {
                return bytes;
            }
        }
        return OptionalLong.empty();
    }

    private String first(String... names) {
        for (String name : names) {
            String value = attribute(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** An attribute by its bare name or with its driver's domain before it. */
    private String attribute(String name) {
        JsonTree bare = device.at("attributes", name);
        JsonTree attribute = bare.exists() ? bare : device.at("attributes", id.driver() + "/" + name);
        for (String type : List.of("string", "int", "version", "bool")) {
            String value = attribute.text(type);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
