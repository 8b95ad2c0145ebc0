// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.time.Instant;
import java.util.List;
import podium.kubernetes.internal.json.ObservedObject;

/**
 * All objects of one kind as they were.
 *
 * @param cluster uid of the namespace kube-system, which tells one cluster from another that has its address
 * @param at when the server was last heard
 * @param version resourceVersion up to which events are in it
 */
public record RememberedObjects(String cluster, Instant at, String version, List<ObservedObject> objects) {
    public RememberedObjects {
        objects = List.copyOf(objects);
    }
}
