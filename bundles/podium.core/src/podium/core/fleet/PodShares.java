// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.model.value.Resources;

/**
 * Shares of single devices that a pod asks for, container by container. HAMi lets each container choose devices by itself, so that two
 * of them may lie on one device or on two; initial containers run one after the other before them and give back what they had
 * (Resourcereqs in pkg/device/devices.go, scoreNode in pkg/scheduler/score.go, pkg/device/initContainer.go of Project-HAMi/HAMi;
 * volcano-sh/volcano counts its vGPUs by containers too). The sum over a pod cannot tell this; it is kept beside the sum, under names
 * of Podium's own, where more than one container asks.
 *
 * @param containers what each container asks for that runs beside the others
 * @param starting what each initial container asks for; sidecars too, as HAMi counts them
 */
public record PodShares(List<GpuShares> containers, List<GpuShares> starting) {
    private static final String OWN = "hami.io/podium-";
    private static final String CONTAINER = OWN + "container-";
    private static final String STARTING = OWN + "starting-";

    public PodShares {
        containers = List.copyOf(containers);
        starting = List.copyOf(starting);
    }

    /** True for a name under which this is kept: no node offers it and no quota counts it. */
    public static boolean keeps(String resource) {
        return resource.startsWith(OWN);
    }

    /** What a pod asks for; one share where its requests tell no more than their sum. */
    public static PodShares of(Resources requests) {
        List<GpuShares> containers = read(requests, CONTAINER);
        List<GpuShares> starting = read(requests, STARTING);
        if (!containers.isEmpty() || !starting.isEmpty()) {
            return new PodShares(containers, starting);
        }
        GpuShares all = GpuShares.of(requests);
        return new PodShares(all.devices() > 0 ? List.of(all) : List.of(), List.of());
    }

    /** What the sum does not tell, to be added to the requests; nothing where one container asks at most. */
    public static Resources beside(List<Resources> containers, List<Resources> starting) {
        List<GpuShares> running = shares(containers);
        List<GpuShares> before = shares(starting);
        Map<String, Long> amounts = new HashMap<>();
        if (running.size() > 1 || !before.isEmpty()) {
            write(running, CONTAINER, amounts);
            write(before, STARTING, amounts);
        }
        return Resources.of(amounts);
    }

    private static List<GpuShares> shares(List<Resources> requests) {
        return requests.stream()
                .map(GpuShares::of)
                .filter(share -> share.devices() > 0)
                .toList();
    }

    private static void write(List<GpuShares> shares, String prefix, Map<String, Long> amounts) {
        for (int i = 0; i < shares.size(); i++) {
            GpuShares share = shares.get(i);
            amounts.put(prefix + i + ".devices", (long) share.devices());
            amounts.put(prefix + i + ".mebibytes", share.mebibytes());
            amounts.put(prefix + i + ".part", (long) share.part());
            amounts.put(prefix + i + ".cores", (long) share.cores());
        }
        amounts.values().removeIf(amount -> amount == 0);
    }

    private static List<GpuShares> read(Resources requests, String prefix) {
        List<GpuShares> shares = new ArrayList<>();
        for (long devices = at(requests, prefix, 0); devices > 0; devices = at(requests, prefix, shares.size())) {
            String name = prefix + shares.size();
            shares.add(new GpuShares(
                    (int) devices, requests.get(name + ".mebibytes"), (int) requests.get(name + ".part"), (int)
                            requests.get(name + ".cores")));
        }
        return shares;
    }

    private static long at(Resources requests, String prefix, int index) {
        return requests.get(prefix + index + ".devices");
    }

    /** True when it asks for none. */
    public boolean isEmpty() {
        return containers.isEmpty() && starting.isEmpty();
    }
}
