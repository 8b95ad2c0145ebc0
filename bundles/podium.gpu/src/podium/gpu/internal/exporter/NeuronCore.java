// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A core of AWS's Neuron devices, by its number among all cores of its machine. neuron-monitor-prometheus.py of aws-neuron-tools names
 * no device; which one a core is of follows from how many each has (awsneuron processor of aws/amazon-cloudwatch-agent), and that from
 * the type of the instance (aws-neuron/aws-neuron-sdk, about-neuron/arch/neuron-hardware; of Trainium 2 and 3 logical cores as they are
 * by default).
 *
 * @param ofDevice cores of one device
 */
record NeuronCore(int number, int ofDevice) {
    /** Beginning of the instance type and cores of a device. */
    private static final List<Map.Entry<String, Integer>> CORES = List.of(
            Map.entry("inf1", 4),
            Map.entry("inf2", 2),
            Map.entry("trn1", 2),
            Map.entry("trn2", 4),
            Map.entry("trn3", 4));

    private static final int SOME = 2;

    /** Empty: the labels name none. */
    static Optional<NeuronCore> of(Map<String, String> labels) {
        String core = labels.getOrDefault("neuroncore", "");
        if (!core.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        String type = labels.getOrDefault("instance_type", "");
        int cores = CORES.stream()
                .filter(kind -> type.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SOME);
        return Optional.of(new NeuronCore(Integer.parseInt(core), cores));
    }

    /** Index of the device it is of. */
    int device() {
        return number / ofDevice;
    }
}
