// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.List;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;

/**
 * An object nobody looks at by itself, but which decides where pods may run. Each record is named by its kind in the API.
 */
public sealed interface Fact {
    /** Empty for what lies in no namespace. */
    default String namespace() {
        return "";
    }

    String name();

    /** A namespace, for selectors of namespaces. */
    record Namespace(String name, Labels labels) implements Fact {}

    /**
     * A claim of a volume.
     *
     * @param volume name of the volume it is bound to; empty: unbound
     * @param storageClass empty: none, and only volumes without a class serve it
     * @param bytes what it asks for
     * @param node the scheduler chose for it, where the volume is now being made; empty: none
     * @param ending it is being deleted
     */
    record PersistentVolumeClaim(
            String namespace,
            String name,
            String volume,
            String node,
            String storageClass,
            List<String> accessModes,
            long bytes,
            LabelSelector selector,
            boolean ending)
            implements Fact {}

    /**
     * A volume.
     *
     * @param nodes from where it can be reached: one of these; empty: from everywhere
     * @param zones labels that nodes with any zone label must have (scheduler plugin VolumeZone)
     * @param claim the claim it is bound to or kept for, as namespace/name; empty: none
     * @param available nobody has it
     */
    record PersistentVolume(
            String name,
            Labels labels,
            String storageClass,
            List<String> accessModes,
            long bytes,
            List<NodeTerm> nodes,
            List<Requirement> zones,
            String claim,
            boolean available)
            implements Fact {}

    /**
     * A storage class.
     *
     * @param waits volumes are bound when a pod is scheduled (WaitForFirstConsumer)
     * @param provisions volumes are made on demand
     * @param topologies where they can be made: one of these; empty: everywhere
     */
    record StorageClass(String name, boolean waits, boolean provisions, List<NodeTerm> topologies) implements Fact {}

    /**
     * Devices that a DRA driver offers, whatever they are.
     *
     * @param node from where alone they can be reached; empty: from several
     */
    record ResourceSlice(String name, String node) implements Fact {}
}
