// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.change.SchedulingObject.ResourceSlice;

/** The slices of a cluster by the node they are of and by their pool. One thread. */
final class ResourceSliceIndex {
    private final Map<String, List<ResourceSlice>> byNode = new HashMap<>();
    private final List<ResourceSlice> ofSeveral = new ArrayList<>();
    private final Map<PoolId, List<ResourceSlice>> byPool = new HashMap<>();

    /** Names a pool: two drivers can use the same name. */
    record PoolId(String driver, String pool) {}

    static PoolId pool(ResourceSlice slice) {
        return new PoolId(slice.driver(), slice.pool());
    }

    void add(ResourceSlice slice) {
        String node = slice.reach().node();
        (node.isEmpty() ? ofSeveral : byNode.computeIfAbsent(node, name -> new ArrayList<>(2))).add(slice);
        byPool.computeIfAbsent(pool(slice), id -> new ArrayList<>(2)).add(slice);
    }

    void remove(ResourceSlice slice) {
        String node = slice.reach().node();
        if (node.isEmpty()) {
            ofSeveral.remove(slice);
        } else {
            byNode.computeIfPresent(node, (name, slices) -> without(slices, slice));
        }
        byPool.computeIfPresent(pool(slice), (id, slices) -> without(slices, slice));
    }

    private static List<ResourceSlice> without(List<ResourceSlice> slices, ResourceSlice slice) {
        slices.remove(slice);
        return slices;
    }

    /** Slices that may reach a node. */
    List<ResourceSlice> near(String node) {
        List<ResourceSlice> own = byNode.getOrDefault(node, List.of());
        if (ofSeveral.isEmpty()) {
            return own;
        }
        List<ResourceSlice> all = new ArrayList<>(own);
        all.addAll(ofSeveral);
        return all;
    }

    /** All slices of a pool, of every generation. */
    List<ResourceSlice> all(PoolId id) {
        return byPool.getOrDefault(id, List.of());
    }

    /** True when all slices of the pool are of one node: what changes in it matters nowhere else. */
    boolean ofOneNode(PoolId id, String node) {
        return all(id).stream().allMatch(slice -> slice.reach().node().equals(node));
    }

    boolean isEmpty() {
        return byPool.values().stream().allMatch(List::isEmpty);
    }
}
