// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random devices and claims in which every rule of the plugin dynamicresources has a fair chance to decide. JSON texts. */
final class DraTwinCase {
    static final String DRIVER = "gpu.example.com";
    static final String RESOURCE = "example.com/gpu";

    private static final String[] SELECTORS = {
        "device.attributes['gpu.example.com'].type == 'a'",
        "device.attributes['gpu.example.com'].index < 2",
        "device.capacity['gpu.example.com'].memory.compareTo(quantity('40Gi')) >= 0",
        "device.capacity['gpu.example.com'].memory.isLessThan(quantity('80Gi'))",
        "device.attributes['gpu.example.com'].version.compareTo(semver('2.0.0')) >= 0",
        "device.attributes['gpu.example.com'].?ecc.orValue(false)",
        "'root' in device.attributes['gpu.example.com'] &&"
                + " device.attributes['gpu.example.com'].root.matches('^r[01]$')",
        "cel.bind(gpu, device.attributes['gpu.example.com'], has(gpu.type) && gpu.type in ['a', 'b'])",
        "device.driver.startsWith('gpu') && !device.allowMultipleAllocations",
        "device.attributes['net.example.com'].speed > 100",
        "device.attributes['gpu.example.com'].exists(name, name == 'ecc')",
    };

    private final Random random;
    private final List<String> nodes;
    /** Names of devices of the world as pool/device, of those that are not cut from counters or shared. */
    private final List<String> whole = new ArrayList<>();

    private final List<String> shared = new ArrayList<>();

    DraTwinCase(long seed, List<String> nodes) {
        random = new Random(seed * 31 + 5);
        this.nodes = nodes;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String maybe(int percent, String text) {
        return chance(percent) ? text : "";
    }

    /** The classes of all worlds. */
    static List<String> classes() {
        return List.of(
                deviceClass(
                        "gpus", "\"extendedResourceName\":\"" + RESOURCE + "\",", "device.driver == '" + DRIVER + "'"),
                deviceClass("type-a", "", "device.attributes['gpu.example.com'].?type.orValue('') == 'a'"),
                deviceClass("any", "", "true"),
                deviceClass("failing", "", "device.attributes['gpu.example.com'].ecc"));
    }

    private static String deviceClass(String name, String more, String selector) {
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{" + more
                + "\"selectors\":[{\"cel\":{\"expression\":\"" + selector + "\"}}]}}";
    }

    /** The slices of a world: a pool for each node, and sometimes one of several nodes. */
    List<String> slices() {
        List<String> slices = new ArrayList<>();
        for (String node : nodes) {
            if (chance(20)) {
                slices.addAll(partitions(node));
                continue;
            }
            int count = 1 + random.nextInt(2);
            int lacking = chance(8) ? 1 : 0;
            int generation = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                slices.add(slice(
                        node + "-" + i,
                        DRIVER,
                        node,
                        generation - (i == 1 && chance(10) ? 1 : 0),
                        count + lacking,
                        "\"nodeName\":\"" + node + "\"",
                        "\"devices\":[" + devices(node, i, "") + "]"));
            }
        }
        if (chance(50)) {
            String reach = any(
                    "\"allNodes\":true",
                    "\"nodeSelector\":{\"nodeSelectorTerms\":[{\"matchExpressions\":[{\"key\":\"zone\",\"operator\":\"In\",\"values\":[\"a\"]}]}]}",
                    "\"perDeviceNodeSelection\":true");
            boolean each = reach.startsWith("\"per");
            slices.add(slice(
                    "net",
                    chance(50) ? "net.example.com" : DRIVER,
                    "net",
                    1,
                    1,
                    reach,
                    "\"devices\":[" + devices("net", 0, each ? "each" : "") + "]"));
        }
        return slices;
    }

    private static String slice(
            String name, String driver, String pool, int generation, int count, String reach, String body) {
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{\"driver\":\"" + driver + "\",\"pool\":{\"name\":\""
                + pool
                + "\",\"generation\":" + Math.max(1, generation) + ",\"resourceSliceCount\":" + count + "}," + reach
                + ","
                + body + "}}";
    }

    private String devices(String pool, int slice, String each) {
        List<String> devices = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = "d" + slice + i;
            boolean several = chance(20);
            (several ? shared : whole).add(pool + "/" + name);
            devices.add("{\"name\":\"" + name + "\",\"attributes\":{" + attributes(i) + "},\"capacity\":{"
                    + maybe(85, memory(several)) + "}"
                    + maybe(25, ",\"taints\":[" + taint() + "]")
                    + (several ? ",\"allowMultipleAllocations\":true" : "")
                    + (each.isEmpty()
                            ? ""
                            : "," + any("\"allNodes\":true", "\"nodeName\":\"" + nodes.getFirst() + "\""))
                    + "}");
        }
        return String.join(",", devices);
    }

    private String attributes(int index) {
        List<String> attributes = new ArrayList<>();
        attributes.add("\"index\":{\"int\":" + index + "}");
        attributes.add("\"version\":{\"version\":\"" + any("1.9.0", "2.0.0", "2.0.0-rc.1", "10.0.1") + "\"}");
        attributes.add("\"" + maybe(20, DRIVER + "/") + "type\":{\"string\":\"" + any("a", "b") + "\"}");
        if (chance(85)) {
            attributes.add("\"root\":{\"string\":\"" + any("r0", "r1") + "\"}");
        }
        if (chance(60)) {
            attributes.add("\"ecc\":{\"bool\":" + chance(70) + "}");
        }
        return String.join(",", attributes);
    }

    private String memory(boolean several) {
        String policy = several
                ? maybe(
                        60,
                        ",\"requestPolicy\":{\"default\":\"10Gi\","
                                + any(
                                        "\"validValues\":[\"10Gi\",\"20Gi\"]",
                                        "\"validRange\":{\"min\":\"2Gi\",\"max\":\"34Gi\",\"step\":\"4Gi\"}")
                                + "}")
                : "";
        return "\"memory\":{\"value\":\"" + any("40Gi", "80Gi") + "\"" + policy + "}";
    }

    private String taint() {
        return "{\"key\":\"" + any("hot", "out") + "\"," + maybe(50, "\"value\":\"x\",") + "\"effect\":\""
                + any("NoSchedule", "NoExecute", "None") + "\"}";
    }

    /** Devices cut from two GPUs in halves and wholes. */
    private List<String> partitions(String node) {
        List<String> devices = new ArrayList<>();
        for (int gpu = 0; gpu < 2; gpu++) {
            for (String part : List.of("full", "h0", "h1")) {
                String name = "g" + gpu + part;
                whole.add(node + "/" + name);
                devices.add("{\"name\":\"" + name + "\",\"attributes\":{" + attributes(gpu)
                        + "},\"consumesCounters\":[{\"counterSet\":\"c" + gpu
                        + "\",\"counters\":{\"memory\":{\"value\":\"" + (part.equals("full") ? 40 : 20) + "Gi\"}}}]}");
            }
        }
        String counters = "\"sharedCounters\":[{\"name\":\"c0\",\"counters\":{\"memory\":{\"value\":\"40Gi\"}}},"
                + "{\"name\":\"c1\",\"counters\":{\"memory\":{\"value\":\"40Gi\"}}}]";
        String reach = "\"nodeName\":\"" + node + "\"";
        return List.of(
                slice(node + "-c", DRIVER, node, 1, 2, reach, counters),
                slice(node + "-d", DRIVER, node, 1, 2, reach, "\"devices\":[" + String.join(",", devices) + "]"));
    }

    /** Claims that have some of the devices: the name, and the status. */
    List<String> held() {
        List<String> statuses = new ArrayList<>();
        for (String device : whole) {
            if (chance(25)) {
                statuses.add(status(device, chance(10) ? ",\"adminAccess\":true" : ""));
            }
        }
        for (String device : shared) {
            if (chance(40)) {
                statuses.add(status(
                        device,
                        ",\"shareID\":\"a671734a-e8e5-11e4-8fde-42010af09327\",\"consumedCapacity\":{\"memory\":\""
                                + any("10Gi", "30Gi") + "\"}"));
            }
        }
        return statuses;
    }

    private static String status(String device, String more) {
        String pool = device.substring(0, device.indexOf('/'));
        return "{\"status\":{\"allocation\":{\"devices\":{\"results\":[{\"request\":\"r\",\"driver\":\"" + DRIVER
                + "\",\"pool\":\"" + pool + "\",\"device\":\"" + device.substring(pool.length() + 1) + "\"" + more
                + "}]},\"nodeSelector\":{\"nodeSelectorTerms\":[{\"matchFields\":[{\"key\":\"metadata.name\",\"operator\":\"In\",\"values\":[\""
                + (pool.startsWith("n") && pool.length() == 2 ? pool : "n0") + "\"]}]}]}}}}";
    }

    /** The spec of a claim. */
    String claim() {
        List<String> requests = new ArrayList<>();
        int count = chance(35) ? 2 : 1;
        boolean single = chance(30);
        for (int i = 0; i < count; i++) {
            requests.add("{\"name\":\"r" + i + "\","
                    + (chance(75)
                            ? "\"exactly\":{" + choice(single, true) + "}"
                            : "\"firstAvailable\":[{\"name\":\"x\"," + choice(single, false) + "},{\"name\":\"y\","
                                    + choice(single, false) + "}]")
                    + "}");
        }
        String attribute = DRIVER + "/" + any("root", "type", "index");
        String constraints = maybe(
                30,
                ",\"constraints\":[{" + maybe(40, "\"requests\":[\"r0\"],")
                        + (single && chance(60) ? "\"distinctAttribute\":\"" : "\"matchAttribute\":\"") + attribute
                        + "\"}]");
        return "{\"devices\":{\"requests\":[" + String.join(",", requests) + "]" + constraints + "}}";
    }

    private String choice(boolean single, boolean exactly) {
        String selector = any(SELECTORS);
        return "\"deviceClassName\":\"" + any("gpus", "gpus", "type-a", "any", chance(20) ? "failing" : "any") + "\""
                + maybe(45, ",\"selectors\":[{\"cel\":{\"expression\":\"" + selector + "\"}}]")
                + (!single && chance(15)
                        ? ",\"allocationMode\":\"All\""
                        : ",\"allocationMode\":\"ExactCount\",\"count\":" + (single ? 1 : 1 + random.nextInt(3)))
                + (exactly ? maybe(6, ",\"adminAccess\":true") : "")
                + maybe(
                        35,
                        ",\"tolerations\":[{" + any("\"key\":\"hot\",", "")
                                + any("\"operator\":\"Exists\"", "\"operator\":\"Exists\",\"effect\":\"NoSchedule\"")
                                + "}]")
                + maybe(
                        15,
                        ",\"capacity\":{\"requests\":{\"" + any("memory", "memory", "cores") + "\":\""
                                + any("5Gi", "18Gi", "30Gi") + "\"}}");
    }

    /** Devices that a node's device plugin offers; mostly none. */
    String allocatable() {
        return maybe(25, ",\"" + RESOURCE + "\":\"" + random.nextInt(3) + "\"");
    }

    /** How much of the extended resource a pod asks for; empty: nothing. */
    String extended() {
        return maybe(25, any(RESOURCE, "deviceclass.resource.kubernetes.io/type-a"));
    }

    int amount() {
        return 1 + random.nextInt(3);
    }

    boolean ofTemplate() {
        return chance(25);
    }

    int claims() {
        return random.nextInt(10) < 7 ? 1 : 2;
    }

    String zone() {
        return any("a", "b");
    }
}
