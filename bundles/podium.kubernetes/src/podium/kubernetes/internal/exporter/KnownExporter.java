// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Exporters that are known by name, with the port they listen on unless their pod says otherwise. */
enum KnownExporter {
    /** Before that of NVIDIA, after which it is named. */
    MOORE_THREADS("mthreads", 9400, "mt-dcgm-exporter", "musa-exporter"),
    DCGM("dcgm", 9400, "nvidia-dcgm-exporter", "dcgm-exporter"),
    AMD("amd", 5000, "amd-device-metrics-exporter", "device-metrics-exporter", "amd-gpu-operator-metrics-exporter"),
    HABANA("habana", 41611, "habana-metric-exporter", "habana-metric-exporter-ds", "metric-exporter"),
    /** MindCluster's NPU Exporter, DaemonSet npu-exporter in namespace npu-exporter. */
    ASCEND("ascend", 8082, "npu-exporter", "ascend-npu-exporter"),
    /** HAMi's vGPU monitor, a container of its device plugin. */
    HAMI("hami", 9394, "hami-device-plugin", "hami-vgpu-monitor"),
    CAMBRICON("cambricon", 30108, "mlu-exporter"),
    HYGON("hygon", 16080, "dcu-exporter"),
    ILUVATAR("iluvatar", 32021, "ix-exporter"),
    METAX("metax", 8000, "mx-exporter"),
    /** neuron-monitor with its Prometheus companion, DaemonSet neuron-monitor in namespace neuron-monitor. */
    NEURON("neuron", 8000, "neuron-monitor"),
    /** XPU Manager's DaemonSet, whose pods name their port. */
    INTEL("intel", 29999, "intel-xpumanager"),
    FURIOSA("furiosa", 6254, "furiosa-metrics-exporter"),
    REBELLIONS("rebellions", 9090, "rbln-metrics-exporter"),
    /** GKE's own, DaemonSet tpu-device-plugin in kube-system. */
    TPU("tpu", 2112, "tpu-device-plugin"),
    NVIDIA_SMI("nvidia-smi", 9835, "nvidia-gpu-exporter", "nvidia_gpu_exporter"),
    ALL_SMI("all-smi", 9090, "all-smi"),
    PODIUM("podium", 9507, "podium-agent");

    private final String word;
    private final int port;
    private final List<String> apps;

    KnownExporter(String word, int port, String... apps) {
        this.word = word;
        this.port = port;
        this.apps = List.of(apps);
    }

    /** Word for it in {@link podium.core.metrics.ExporterEndpoint#kind()}. */
    String word() {
        return word;
    }

    int port() {
        return port;
    }

    static List<String> allApps() {
        return Arrays.stream(values()).flatMap(maker -> maker.apps.stream()).toList();
    }

    /** The maker whose application name this text holds; the most telling name wins. */
    static Optional<KnownExporter> of(String text) {
        for (KnownExporter maker : values()) {
            if (maker.apps.stream().anyMatch(text::contains)) {
                return Optional.of(maker);
            }
        }
        return Optional.empty();
    }
}
