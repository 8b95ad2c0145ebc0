// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;

/** One kubelet: what it has admitted, its devices, whether it is alive. */
final class Kubelet {

    private final int number;
    private final NodeInfo admitted;
    private final DeviceManager devices;
    private final Set<String> images = new HashSet<>();
    private final List<Runnable> whenBack = new ArrayList<>();
    private String address = "";
    private boolean alive = true;
    private int addresses;

    Kubelet(String name, int number, DeviceManager devices) {
        this.number = number;
        this.admitted = new NodeInfo(name);
        this.devices = devices;
    }

    void read(ObjectNode node) {
        admitted.read(node);
        for (var entry : Json.at(node, "status", "addresses")) {
            if (Json.text(entry, "type").equals("InternalIP")) {
                address = Json.text(entry, "address");
            }
        }
    }

    String address() {
        return address;
    }

    NodeInfo admitted() {
        return admitted;
    }

    DeviceManager devices() {
        return devices;
    }

    /** An address for the next pod, from the node's own range. */
    String nextPodAddress() {
        int host = addresses++ % 250 + 2;
        return "10." + (128 + number / 256) + "." + number % 256 + "." + host;
    }

    /** Whether the image was here; afterwards it is. */
    boolean pulled(String image) {
        return !images.add(image);
    }

    boolean alive() {
        return alive;
    }

    void stop() {
        alive = false;
    }

    /** Comes back and does what it missed. */
    void start() {
        alive = true;
        List<Runnable> missed = List.copyOf(whenBack);
        whenBack.clear();
        missed.forEach(Runnable::run);
    }

    /** Runs something now, or when the kubelet is back. */
    void run(Runnable action) {
        if (alive) {
            action.run();
        } else {
            whenBack.add(action);
        }
    }
}
