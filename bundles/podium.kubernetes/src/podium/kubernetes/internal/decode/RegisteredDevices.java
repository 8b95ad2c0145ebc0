// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.change.DeviceReport;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.GpuShares;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.Health;
import podium.model.value.Resources;

/**
 * The devices that HAMi, or Volcano's vGPU, registers on a node by annotation, of every maker. Sources: pkg/device of
 * Project-HAMi/HAMi (DecodeNodeDevices: {@code UUID,split,MiB,cores,type,numa,healthy,index,mode:...}; UnMarshalNodeDevices: the
 * same as JSON, which newer versions write; names of the annotations in each maker's device.go, MetaX's own form in
 * metax/protocol.go, Enflame's in enflame/device.go) and pkg/scheduler/api/devices of volcano-sh/volcano ({@code
 * UUID,split,MiB,type,healthy:...}). Cambricon and Moore Threads register none: cards are made of the cores and the memory that
 * their plugins offer ({@link CoreCards}), and so are the GPUs of Koordinator, 100 cores each (apis/extension/device_share.go of
 * koordinator-sh/koordinator).
 */
record RegisteredDevices(List<DeviceReport> devices, Map<String, List<Boolean>> healthyByResource) {
    private static final Pattern KEY = Pattern.compile("hami\\.io/node-(?:register-(.+)|(.+)-register)");
    private static final String VOLCANO = "volcano.sh/node-vgpu-register";
    private static final String METAX = "metax-tech.com/node-gpu-devices";
    private static final String KOORDINATOR_CORE = "koordinator.sh/gpu-core";
    private static final String KOORDINATOR_MEMORY = "koordinator.sh/gpu-memory";
    private static final int KOORDINATOR_CORES = 100;
    private static final int KOORDINATOR_MOST = 64;
    private static final String ENFLAME = "enflame.com/gcu-drs-capacity";
    /** The largest of them has the memory of the whole card. */
    private static final Pattern PROFILE = Pattern.compile("\\d+g\\.(\\d{1,5})gb");

    private static final Map<String, String> RESOURCES = Map.of(
            "nvidia", "nvidia.com/gpu",
            "amd", "amd.com/gpu",
            "dcu", "hygon.com/dcunum",
            "mlu", "cambricon.com/vmlu",
            "biren", "birentech.com/gpu",
            "va", "vastaitech.com/va",
            "xpu", "kunlunxin.com/vxpu");

    static RegisteredDevices of(JsonTree node) {
        RegisteredDevices all = new RegisteredDevices(new ArrayList<>(), new HashMap<>());
        Map<String, String> sorted = new TreeMap<>();
        node.at("metadata", "annotations").fields((key, value) -> {
            if (KEY.matcher(key).matches() || VOLCANO.equals(key) || METAX.equals(key)) {
                sorted.put(key, value.text());
            }
        });
        sorted.forEach(all::add);
        all.addSliced(
                node.at("metadata", "annotations").text(ENFLAME),
                node.at("metadata").text("name"));
        all.addKoordinator(
                node.at("status", "capacity").resources(),
                node.at("metadata", "labels").text("node.koordinator.sh/gpu-model"));
        Optional<CoreCards> cards = CoreCards.of(node.at("status", "capacity").resources());
        cards.ifPresent(found -> found.reports(node.at("metadata").text("name"), all.devices.size())
                .forEach(device -> all.add(device, found.resource())));
        return all;
    }

    private void add(DeviceReport device, String resource) {
        devices.add(device);
        healthyByResource.computeIfAbsent(resource, name -> new ArrayList<>()).add(device.health() == Health.HEALTHY);
    }

    private void add(String key, String text) {
        for (JsonTree device : text.startsWith("[") ? tree(text).elements() : lines(text, VOLCANO.equals(key))) {
            add(METAX.equals(key) ? metax(device) : report(device), resource(key));
        }
    }

    /** Enflame's cards that are cut in slices: {@code {"devices":[{"index":"0"}],"profiles":{"6g.40gb":"2"}}}. */
    private void addSliced(String text, String node) {
        JsonTree told = text.startsWith("{") ? tree(text) : JsonTree.none();
        long[] gib = {0};
        told.at("profiles").fields((profile, id) -> {
            Matcher most = PROFILE.matcher(profile);
            gib[0] = Math.max(gib[0], most.matches() ? Long.parseLong(most.group(1)) : 0);
        });
        for (JsonTree card : told.at("devices").elements()) {
            String index = card.text("index").isEmpty() ? Integer.toString(devices.size()) : card.text("index");
            DeviceReport device = new DeviceReport(
                    devices.size(),
                    node + "-enflame-drs-" + index,
                    "",
                    gib[0] > 0 ? OptionalLong.of(gib[0] << 30) : OptionalLong.empty(),
                    "",
                    OptionalInt.empty(),
                    Health.HEALTHY,
                    "");
            add(device, "enflame.com/drs-gcu");
        }
    }

    /** Koordinator offers the cores and the memory of all GPUs; where a device plugin tells them too, that one is believed. */
    private void addKoordinator(Resources capacity, String model) {
        long count = Math.min(KOORDINATOR_MOST, capacity.get(KOORDINATOR_CORE) / KOORDINATOR_CORES);
        boolean told = capacity.toMap().keySet().stream()
                .anyMatch(name -> AcceleratorKind.of(name).isPresent());
        boolean alone = !told && devices.isEmpty();
        for (int i = 0; alone && i < count; i++) {
            long memory = capacity.get(KOORDINATOR_MEMORY) / count;
            devices.add(new DeviceReport(
                    i,
                    GpuShareAnnotations.KOORDINATOR_GPU + i,
                    model,
                    memory > 0 ? OptionalLong.of(memory) : OptionalLong.empty(),
                    "",
                    OptionalInt.empty(),
                    Health.HEALTHY,
                    ""));
        }
    }

    private static String resource(String key) {
        if (METAX.equals(key)) {
            return "metax-tech.com/sgpu";
        }
        Matcher named = KEY.matcher(key);
        if (!named.matches()) {
            return "volcano.sh/vgpu-number";
        }
        String word = Optional.ofNullable(named.group(1)).orElse(named.group(2));
        @SuppressWarnings("null")
        String known = RESOURCES.get(word);
        return known != null
                ? known
                : word.startsWith("Ascend") ? "huawei.com/" + word : "iluvatar.ai/" + word + "-vgpu";
    }

    private static JsonTree tree(String text) {
        try {
            return JsonTree.read(JsonInput.of(text));
        } catch (IOException e) {
            return JsonTree.none(); // not written by HAMi or a maker
        }
    }

    private static List<JsonTree> lines(String text, boolean short5) {
        List<String> names = short5
                ? List.of("id", "count", "devmem", "type", "health")
                : List.of("id", "count", "devmem", "devcore", "type", "numa", "health", "index");
        List<JsonTree> devices = new ArrayList<>();
        for (String entry : text.split(":")) {
            String[] fields = entry.split(",");
            if (fields.length >= (short5 ? 5 : 7)) {
                Map<String, JsonTree> device = new HashMap<>();
                for (int i = 0; i < Math.min(fields.length, names.size()); i++) {
                    device.put(names.get(i), JsonTree.ofText(fields[i]));
                }
                devices.add(JsonTree.of(device));
            }
        }
        return devices;
    }

    private DeviceReport report(JsonTree device) {
        boolean healthy = device.flag("health");
        long memory = device.whole("devmem");
        String type = device.text("type");
        return new DeviceReport(
                devices.size(),
                device.text("id"),
                type.replaceFirst("^(NVIDIA|MLU|DCU)-(?=.)", ""),
                memory > 0 ? OptionalLong.of(memory << 20) : OptionalLong.empty(),
                "",
                OptionalInt.of(device.number("numa", 0)),
                healthy ? Health.HEALTHY : Health.FAILED,
                healthy ? "" : Texts.of("RegisteredDevices.hamiReportsItUnhealthy"));
    }

    private DeviceReport metax(JsonTree device) {
        boolean healthy = device.flag("healthy");
        long memory = device.whole("totalVRam");
        return new DeviceReport(
                devices.size(),
                device.text("uuid"),
                device.text("model"),
                memory > 0 ? OptionalLong.of(memory << 20) : OptionalLong.empty(),
                device.text("bdf"),
                OptionalInt.of(device.number("numa", 0)),
                healthy ? Health.HEALTHY : Health.FAILED,
                healthy ? "" : Texts.of("RegisteredDevices.metaxsDevicePluginReports"));
    }

    /** Resources of the node: what is registered is offered many times over, and is counted as the devices that it is. */
    Resources counted(Resources offered, boolean healthyOnly) {
        Map<String, Long> amounts = new HashMap<>(offered.toMap());
        CoreCards.of(offered).ifPresent(cards -> {
            amounts.merge(GpuShares.HAMI_SLOTS, cards.slots(), Long::sum);
            amounts.put(cards.resource(), cards.count());
        });
        healthyByResource.forEach((resource, healthy) -> {
            if (offered.has(resource) && !resource.startsWith("volcano.sh/")) {
                long count = healthy.stream().filter(is -> is || !healthyOnly).count();
                amounts.merge(GpuShares.HAMI_SLOTS, offered.get(resource), Long::sum);
                amounts.put(resource, Math.min(count, offered.get(resource)));
            }
        });
        return Resources.of(amounts);
    }
}
