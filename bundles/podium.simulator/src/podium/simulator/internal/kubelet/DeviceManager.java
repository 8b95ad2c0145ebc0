// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The devices of one node and who holds them. Changed on the loop; read by exporters, so every method locks. */
public final class DeviceManager {

    /**
     * Who holds a device since when.
     *
     * @param podUid the pod
     * @param namespace its namespace
     * @param pod its name
     * @param container the container that was given the device
     * @param group what the pod shares with its like: the uid of its owner, or its own
     * @param profile what kind of work it is, from the pod's annotation; empty if it does not say
     * @param since when it was given
     */
    public record Holder(
            String podUid,
            String namespace,
            String pod,
            String container,
            String group,
            String profile,
            Instant since) {}

    /** One device now. */
    public record Entry(PluginDevice device, Optional<Holder> holder, boolean healthy) {}

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Integer, Duration> heldBefore = new HashMap<>();
    /** Accelerators that are not given away. */
    private final Set<Integer> tainted = new HashSet<>();

    /** Devices in the order of their indexes. */
    DeviceManager(List<PluginDevice> devices) {
        devices.forEach(device -> entries.put(device.id(), new Entry(device, Optional.empty(), true)));
    }

    /** Takes other devices in place of all there were; nobody may hold any. */
    synchronized void replace(List<PluginDevice> devices) {
        entries.clear();
        devices.forEach(device -> entries.put(device.id(), new Entry(device, Optional.empty(), true)));
    }

    /** All devices now. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    synchronized boolean has(String resource) {
        return entries.values().stream()
                .anyMatch(entry -> entry.device().resource().equals(resource));
    }

    /** The healthy devices of a resource that nobody holds. */
    private List<PluginDevice> free(String resource) {
        List<PluginDevice> free = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.healthy()
                    && !tainted.contains(entry.device().gpu())
                    && entry.holder().isEmpty()
                    && entry.device().resource().equals(resource)) {
                free.add(entry.device());
            }
        }
        return free;
    }

    synchronized int available(String resource) {
        return free(resource).size();
    }

    /** Gives the first free devices to a holder; the caller has asked how many there are. */
    synchronized List<PluginDevice> take(String resource, long count, Holder holder) {
        List<PluginDevice> taken = new ArrayList<>(free(resource).subList(0, (int) count));
        taken.forEach(device -> entries.put(device.id(), new Entry(device, Optional.of(holder), true)));
        return taken;
    }

    /** Gives a whole accelerator to a holder, if it is free. */
    synchronized void take(int gpu, Holder holder) {
        entries.replaceAll((id, entry) -> entry.device().gpu() == gpu
                        && entry.device().slice().isEmpty()
                        && entry.holder().isEmpty()
                ? new Entry(entry.device(), Optional.of(holder), entry.healthy())
                : entry);
    }

    /** How long each accelerator has been held by those who gave it back. */
    public synchronized Duration heldBefore(int gpu) {
        return heldBefore.getOrDefault(gpu, Duration.ZERO);
    }

    synchronized void release(String podUid, Instant now) {
        entries.values().forEach(entry -> entry.holder()
                .filter(holder -> holder.podUid().equals(podUid))
                .ifPresent(holder ->
                        heldBefore.merge(entry.device().gpu(), Duration.between(holder.since(), now), Duration::plus)));
        entries.replaceAll((id, entry) ->
                entry.holder().filter(holder -> holder.podUid().equals(podUid)).isPresent()
                        ? new Entry(entry.device(), Optional.empty(), entry.healthy())
                        : entry);
    }

    synchronized void health(int gpu, boolean healthy) {
        entries.replaceAll((id, entry) ->
                entry.device().gpu() == gpu ? new Entry(entry.device(), entry.holder(), healthy) : entry);
    }

    /** Who uses an accelerator: the pods that hold it or a slice of it. */
    public synchronized List<Holder> holders(int gpu) {
        return entries.values().stream()
                .filter(entry -> entry.device().gpu() == gpu)
                .flatMap(entry -> entry.holder().stream())
                .toList();
    }

    synchronized long heldCount() {
        return entries.values().stream()
                .filter(entry -> entry.holder().isPresent())
                .count();
    }

    synchronized long healthyCount() {
        return entries.values().stream().filter(Entry::healthy).count();
    }

    synchronized void taint(int gpu, boolean on) {
        if (on) {
            tainted.add(gpu);
        } else {
            tainted.remove(gpu);
        }
    }

    /** How many devices are healthy and may be given away, by resource. */
    synchronized Map<String, Long> offeredByResource() {
        Map<String, Long> counts = new LinkedHashMap<>();
        entries.values().forEach(entry -> {
            boolean offered =
                    entry.healthy() && !tainted.contains(entry.device().gpu());
            counts.merge(entry.device().resource(), offered ? 1L : 0L, Long::sum);
        });
        return counts;
    }
}
