// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.GpuShares;
import podium.core.fleet.PodShares;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.placement.Reason;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.ResourceText;
import podium.placement.texts.Texts;

/**
 * Memory and cores left on each GPU of one node, where HAMi, Volcano's vGPUs or KAI share them. A share lies on the device
 * that the pod's annotation names; where none does, shares are thought to be packed tightly. Rules of HAMi:
 * pkg/scheduler/score.go (each container chooses for itself; a device whose cores are all given takes nobody, and all cores
 * go to a device nobody uses; a device has so many slots, each taken by one share however small); of KAI: pods of one
 * runai-gpu-group lie on one device, and the pod that reserves it counts as none.
 */
final class SharedGpus {
    private static final Set<String> RESERVATIONS = Set.of("kai-resource-reservation", "runai-reservation");
    private static final String GROUP = "runai-gpu-group";
    private static final int MOST = 1024;
    /** A share of next to nothing: what takes none of it is full. */
    private static final GpuShares LEAST = new GpuShares(1, 0, 1, 0);

    private final long[] memory;
    private final long[] free;
    private final int[] cores;
    private final int[] users;
    private final boolean[] healthy;
    /** Shares that one device takes at most. */
    private final int slots;

    private boolean memoryKnown = true;
    private boolean memoryAsked;

    private SharedGpus(Node node) {
        List<Accelerator> devices = node.getAccelerators();
        memory = new long[devices.size()];
        for (int i = 0; i < memory.length; i++) {
            Long bytes = devices.get(i).getMemoryBytes();
            memoryKnown &= bytes != null;
            memory[i] = bytes == null ? 0 : bytes >> 20;
        }
        if (!memoryKnown) {
            Arrays.fill(memory, 1000); // thousandths will do as long as nobody asks for mebibytes
        }
        free = memory.clone();
        cores = new int[memory.length];
        Arrays.fill(cores, 100);
        users = new int[memory.length];
        healthy = new boolean[memory.length];
        for (int i = 0; i < memory.length; i++) {
            healthy[i] = devices.get(i).getHealth() != Health.FAILED;
        }
        slots = slots(node);
    }

    /** HAMi and Volcano divide all GPUs of a node into the same number of slots; KAI knows none. */
    private static int slots(Node node) {
        @Nullable Resources capacity = node.getCapacity();
        long all = capacity == null
                ? 0
                : Math.max(capacity.get(GpuShares.HAMI_SLOTS), capacity.get(GpuShares.VOLCANO_SLOTS));
        int devices = node.getAccelerators().size();
        return all <= 0 || devices == 0 ? Integer.MAX_VALUE : (int) Math.min(MOST, (all + devices - 1) / devices);
    }

    /** @param counts which pods of the node count */
    static SharedGpus of(Node node, Predicate<Task> counts) {
        SharedGpus gpus = new SharedGpus(node);
        List<GpuShares> unplaced = new ArrayList<>();
        Map<String, Integer> groups = new HashMap<>();
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && counts.test(task) && !RESERVATIONS.contains(task.getNamespace())) {
                gpus.place(task, PodShares.of(task.getSpec().requests()).containers(), unplaced, groups);
            }
        }
        unplaced.sort(
                Comparator.comparingLong((GpuShares share) -> share.of(1000)).reversed());
        unplaced.forEach(gpus::take);
        return gpus;
    }

    private void place(Task task, List<GpuShares> shares, List<GpuShares> unplaced, Map<String, Integer> groups) {
        String group = PodSelectors.labels(task).get(GROUP).orElse("");
        if (!task.getAccelerators().isEmpty()) {
            hold(task.getAccelerators(), shares);
        } else if (!group.isEmpty()) {
            shares.forEach(share -> hold(groups.computeIfAbsent(group, any -> groups.size()), share));
        } else {
            unplaced.addAll(shares);
        }
    }

    /** The annotation names the devices of the containers in their order, each device once. */
    private void hold(List<Accelerator> named, List<GpuShares> shares) {
        int next = 0;
        for (GpuShares share : shares) {
            int count = shares.size() == 1 ? named.size() : Math.min(share.devices(), named.size());
            for (int i = 0; i < count; i++) {
                hold(named.get(next++ % named.size()).getIndex(), share);
            }
        }
    }

    private void hold(int device, GpuShares share) {
        if (device >= 0 && device < free.length) {
            memoryAsked |= share.mebibytes() > 0;
            free[device] -= share.of(memory[device]);
            cores[device] -= share.cores();
            users[device]++;
        }
    }

    /** True when it has room for one more; then that is taken. What initial containers ask for has to be there, and is given back. */
    boolean take(PodShares pod) {
        long[] freeBefore = free.clone();
        int[] coresBefore = cores.clone();
        int[] usersBefore = users.clone();
        boolean taken = lacking(pod).isEmpty();
        if (!taken) {
            System.arraycopy(freeBefore, 0, free, 0, free.length);
            System.arraycopy(coresBefore, 0, cores, 0, cores.length);
            System.arraycopy(usersBefore, 0, users, 0, users.length);
        }
        return taken;
    }

    /** Takes share by share, as far as there is room; the first for which there is none. */
    private Optional<GpuShares> lacking(PodShares pod) {
        return pod.starting().stream()
                .filter(share -> fitting(share).size() < share.devices())
                .findFirst()
                .or(() ->
                        pod.containers().stream().filter(share -> !take(share)).findFirst());
    }

    private boolean take(GpuShares share) {
        List<Integer> fitting = fitting(share);
        if (fitting.size() < share.devices()) {
            return false;
        }
        fitting.sort(Comparator.comparingLong(device -> free[device]));
        fitting.subList(0, share.devices()).forEach(device -> hold(device, share));
        return true;
    }

    private List<Integer> fitting(GpuShares share) {
        memoryAsked |= share.mebibytes() > 0;
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            if (fits(i, share)) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private boolean fits(int device, GpuShares share) {
        return users[device] < slots && hasLeft(device, share);
    }

    private boolean hasLeft(int device, GpuShares share) {
        boolean taken = share.cores() == 100 && users[device] > 0;
        boolean closed = cores[device] <= 0 && users[device] > 0;
        return free[device] >= share.of(memory[device]) && cores[device] >= share.cores() && !taken && !closed;
    }

    /** How many copies it takes, at most so many. */
    int copies(PodShares pod, int most) {
        int copies = 0;
        while (copies < Math.min(most, MOST) && take(pod)) {
            copies++;
        }
        return copies;
    }

    /** False when it is not known how much memory the devices have, and somebody asks for an amount of it. */
    boolean known() {
        return memoryKnown || !memoryAsked;
    }

    /** Devices free, shares counted by their part, and none of one that takes nobody; empty: not known. */
    OptionalDouble left() {
        return free.length == 0 || !known()
                ? OptionalDouble.empty()
                : OptionalDouble.of(IntStream.range(0, free.length)
                        .filter(device -> healthy[device] && fits(device, LEAST))
                        .mapToDouble(device -> Math.min((double) free[device] / memory[device], cores[device] / 100.0))
                        .sum());
    }

    /** What is short for a pod that does not fit: the first of its shares for which there is no room. */
    Reason shortage(PodShares pod) {
        boolean several = pod.containers().size() + pod.starting().size() > 1;
        return lacking(pod).map(share -> shortage(share, several)).orElse(Reason.of(""));
    }

    private Reason shortage(GpuShares share, boolean several) {
        String each = share.mebibytes() > 0
                ? ResourceText.words("memory", share.mebibytes() << 20)
                : ResourceText.part(share.part());
        String gpus = share.devices() == 1
                ? Texts.of("SharedGpus.ofOneGpu", each)
                : Texts.of("SharedGpus.ofEachOfGpus", each, share.devices());
        String part = share.cores() > 0 ? Texts.of("SharedGpus.andOfItsCores", gpus, share.cores()) : gpus;
        String asked = several ? Texts.of("SharedGpus.forOneOfIts", part) : part;
        int fitting = fitting(share).size();
        String left = fitting == 1
                ? Texts.of("SharedGpus.hasThatLeft", asked, free.length)
                : Texts.of("SharedGpus.haveThatLeft", asked, fitting, free.length);
        return Reason.of(fullOtherwise(share, left), Texts.of("SharedGpus.notEnoughFree", asked));
    }

    private String fullOtherwise(GpuShares share, String left) {
        long full = IntStream.range(0, free.length)
                .filter(device -> users[device] >= slots && hasLeft(device, share))
                .count();
        return full == 0
                ? left
                : full == 1
                        ? Texts.of("SharedGpus.oneMoreHasItWithAllSlotsTaken", left, Counted.all(slots, "slot"))
                        : Texts.of("SharedGpus.moreHaveItWithAllSlotsTaken", left, full, Counted.all(slots, "slot"));
    }
}
