// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.dra.DeviceId;
import podium.model.fleet.Health;
import podium.model.value.Taint;

/**
 * A device of a node as a source tells it.
 *
 * @param index index on its node, from 0
 * @param uuid vendor's identifier; empty when unknown
 * @param model product name; empty when unknown
 * @param memoryBytes bytes
 * @param pciBusId empty when unknown
 * @param offer how a DRA driver offers it; empty: none does
 * @param parts what it is divided into, as the source tells
 * @param batchJob job of a batch system outside of Kubernetes that has it; empty: none is told of
 */
public record DeviceReport(
        int index,
        String uuid,
        String model,
        OptionalLong memoryBytes,
        String pciBusId,
        OptionalInt numaNode,
        Health health,
        String healthReason,
        Optional<Offer> offer,
        List<Part> parts,
        String batchJob) {
    public DeviceReport {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a device: a MIG instance, an AMD partition, or one that could be made of it.
     *
     * @param profile e.g. 1g.10gb; empty when unknown
     * @param uuid vendor's identifier; empty when unknown
     * @param id by which claims name it
     * @param possible it is there only while a claim has it (partitionable devices, KEP-4815)
     */
    public record Part(String profile, String uuid, DeviceId id, boolean possible) {}

    /**
     * A device of a ResourceSlice.
     *
     * @param id by which claims and DeviceTaintRules name it
     * @param taints those that its driver publishes
     */
    public record Offer(DeviceId id, List<Taint> taints) {
        public Offer {
            taints = List.copyOf(taints);
        }
    }

    /** One that no batch system has. */
    public DeviceReport(
            int index,
            String uuid,
            String model,
            OptionalLong memoryBytes,
            String pciBusId,
            OptionalInt numaNode,
            Health health,
            String healthReason,
            Optional<Offer> offer,
            List<Part> parts) {
        this(index, uuid, model, memoryBytes, pciBusId, numaNode, health, healthReason, offer, parts, "");
    }

    /** One that is not divided. */
    public DeviceReport(
            int index,
            String uuid,
            String model,
            OptionalLong memoryBytes,
            String pciBusId,
            OptionalInt numaNode,
            Health health,
            String healthReason,
            Optional<Offer> offer) {
        this(index, uuid, model, memoryBytes, pciBusId, numaNode, health, healthReason, offer, List.of());
    }

    /** One that no DRA driver offers. */
    public DeviceReport(
            int index,
            String uuid,
            String model,
            OptionalLong memoryBytes,
            String pciBusId,
            OptionalInt numaNode,
            Health health,
            String healthReason) {
        this(index, uuid, model, memoryBytes, pciBusId, numaNode, health, healthReason, Optional.empty());
    }
}
