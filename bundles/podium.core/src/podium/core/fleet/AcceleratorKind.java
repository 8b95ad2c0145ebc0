// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.AcceleratorMaker;
import podium.core.text.Counted;
import podium.model.fleet.Vendor;
import podium.model.value.Resources;

/**
 * A resource name under which a device plugin, a driver or a scheduler offers accelerators. One line a kind, of all makers.
 * Sources: the device plugins of the makers, charts/hami/values.yaml of Project-HAMi/HAMi, and for partitions of AMD
 * (resource naming strategy mixed) docs of ROCm/k8s-device-plugin; for vNPUs MindCluster's "static virtualization"; the NPUs of Huawei's
 * cloud (ascend-1980) its CCE guide, those since Ascend950 (huawei.com/npu) Ascend/mind-cluster; partitions of Biren and Cambricon the
 * README of their device plugins; gpushare AliyunContainerService/gpushare-device-plugin; GPUs for virtual machines (GA102GL_A10,
 * NVIDIA_A10-12Q) NVIDIA/kubevirt-gpu-device-plugin; vDCUs the README of Hygon's device plugin; Baidu's cloud (a800_80g_cgpu) its CCE
 * guide, and its XPUs kunlunxpu/xpu-device-plugin.
 *
 * @param resource name as in allocatable; in it {@code *} stands for any text, {@code ?} for one letter
 * @param word what an operator calls one of it
 * @param slice true when one unit is a part of a device, not a device
 */
public record AcceleratorKind(String resource, Vendor vendor, String word, boolean slice) {
    /** Prefix of MIG resources (k8s-device-plugin, strategy mixed): {@code nvidia.com/mig-1g.10gb}. */
    public static final String MIG_PREFIX = "nvidia.com/mig-";

    /** Thousandths of devices, 1000 for each: how Alibaba's gpushare and its trace count shares. */
    public static final String THOUSANDTHS = "alibabacloud.com/gpu-milli";

    private static final String NPU = "huawei.com/Ascend";
    /** A part of an NPU by its cores and what goes with them: Ascend910-2c, Ascend910-5c.1cpu.8g, Ascend310P-4c.3cpu.ndvpp. */
    private static final Pattern NPU_PART = Pattern.compile("-\\d+c(\\.[a-z0-9.]+)?$");

    /** Extended resources that a device class serves without naming one (KEP-5004). */
    private static final String OF_CLASS = "deviceclass.resource.kubernetes.io/";

    /** What follows the name of a kind where an amount of memory or cores is meant, or what else a GPU has on its board. */
    private static final List<String> AMOUNTS =
            List.of("memory", "-core", "-cores", ".vMem", ".vCore", ".vcore", "mem-percentage", "_AUDIO_CONTROLLER");

    private static final List<AcceleratorKind> PRESETS = List.of(
            new AcceleratorKind("nvidia.com/gpu", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/gpu.shared", Vendor.NVIDIA, "GPU share", true),
            new AcceleratorKind(MIG_PREFIX + "*", Vendor.NVIDIA, "MIG slice", true),
            new AcceleratorKind("nvidia.com/pgpu", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/G?1*_*", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/G?2*_*", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/AD1*_*", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/TU1*_*", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/NVIDIA_*-*", Vendor.NVIDIA, "vGPU", true),
            new AcceleratorKind("nvidia.com/GRID_*-*", Vendor.NVIDIA, "vGPU", true),
            new AcceleratorKind("amd.com/gpu", Vendor.AMD, "GPU", false),
            new AcceleratorKind("amd.com/spx_*", Vendor.AMD, "GPU", false),
            new AcceleratorKind("amd.com/?px_*", Vendor.AMD, "GPU partition", true),
            new AcceleratorKind("gpu.intel.com/i915", Vendor.INTEL, "GPU", false),
            new AcceleratorKind("gpu.intel.com/xe", Vendor.INTEL, "GPU", false),
            new AcceleratorKind("habana.ai/gaudi*", Vendor.HABANA, "Gaudi", false),
            new AcceleratorKind("npu.intel.com/accel", Vendor.INTEL, "NPU", false),
            new AcceleratorKind("google.com/tpu", Vendor.GOOGLE, "TPU", false),
            new AcceleratorKind("cloud-tpus.google.com/*", Vendor.GOOGLE, "TPU", false),
            new AcceleratorKind("aws.amazon.com/neuron", Vendor.AWS, "Neuron device", false),
            new AcceleratorKind("aws.amazon.com/neurondevice", Vendor.AWS, "Neuron device", false),
            new AcceleratorKind("aws.amazon.com/neuroncore", Vendor.AWS, "Neuron core", true),
            new AcceleratorKind("huawei.com/Ascend*", Vendor.ASCEND, "NPU", false),
            new AcceleratorKind("huawei.com/ascend-*", Vendor.ASCEND, "NPU", false),
            new AcceleratorKind("huawei.com/npu", Vendor.ASCEND, "NPU", false),
            new AcceleratorKind("cambricon.com/vmlu", Vendor.CAMBRICON, "MLU", false),
            new AcceleratorKind("cambricon.com/mlu*.share", Vendor.CAMBRICON, "MLU share", true),
            new AcceleratorKind("cambricon.com/mlu*.mim-*", Vendor.CAMBRICON, "MLU instance", true),
            new AcceleratorKind("cambricon.com/mlu*", Vendor.CAMBRICON, "MLU", false),
            new AcceleratorKind("hygon.com/dcu", Vendor.HYGON, "DCU", false),
            new AcceleratorKind("hygon.com/dcunum", Vendor.HYGON, "DCU", false),
            new AcceleratorKind("hygon.com/dcu-share-*c-*g", Vendor.HYGON, "DCU share", true),
            new AcceleratorKind("hygon.com/dcu-mig-*", Vendor.HYGON, "DCU instance", true),
            new AcceleratorKind("metax-tech.com/gpu", Vendor.METAX, "GPU", false),
            new AcceleratorKind("metax-tech.com/sgpu", Vendor.METAX, "GPU share", true),
            new AcceleratorKind("mthreads.com/gpu", Vendor.MOORE_THREADS, "GPU", false),
            new AcceleratorKind("mthreads.com/vgpu", Vendor.MOORE_THREADS, "GPU", false),
            new AcceleratorKind("iluvatar.com/gpu", Vendor.ILUVATAR, "GPU", false),
            new AcceleratorKind("iluvatar.ai/*gpu", Vendor.ILUVATAR, "GPU", false),
            new AcceleratorKind("enflame.com/gcu", Vendor.ENFLAME, "GCU", false),
            new AcceleratorKind("enflame.com/drs-gcu", Vendor.ENFLAME, "GCU share", true),
            new AcceleratorKind("enflame.com/vgcu", Vendor.ENFLAME, "GCU share", true),
            new AcceleratorKind("baidu.com/xpu", Vendor.KUNLUNXIN, "XPU", false),
            new AcceleratorKind("baidu.com/*cgpu", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("kunlunxin.com/xpu", Vendor.KUNLUNXIN, "XPU", false),
            new AcceleratorKind("kunlunxin.com/vxpu", Vendor.KUNLUNXIN, "XPU share", true),
            new AcceleratorKind("birentech.com/gpu", Vendor.BIREN, "GPU", false),
            new AcceleratorKind("birentech.com/1-?-gpu", Vendor.BIREN, "GPU part", true),
            new AcceleratorKind("vastaitech.com/va", Vendor.VASTAI, "VA", false),
            new AcceleratorKind("*furiosa.ai/npu", Vendor.FURIOSA, "NPU", false),
            new AcceleratorKind("furiosa.ai/rngd", Vendor.FURIOSA, "NPU", false),
            new AcceleratorKind("furiosa.ai/warboy", Vendor.FURIOSA, "NPU", false),
            new AcceleratorKind("furiosa.ai/*-*core*", Vendor.FURIOSA, "NPU part", true),
            new AcceleratorKind("rebellions.ai/ATOM*", Vendor.REBELLIONS, "NPU", false),
            new AcceleratorKind("rebellions.ai/npu", Vendor.REBELLIONS, "NPU", false),
            new AcceleratorKind("tenstorrent.com/*", Vendor.TENSTORRENT, "Tensix card", false),
            new AcceleratorKind("*graphcore.ai/ipu", Vendor.GRAPHCORE, "IPU", false),
            new AcceleratorKind("aliyun.com/ppu", Vendor.ALIBABA, "PPU", false),
            new AcceleratorKind("qualcomm.com/qaic", Vendor.QUALCOMM, "AI 100", false),
            new AcceleratorKind("volcano.sh/gpu-number", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("alibabacloud.com/gpu-count", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("aliyun.com/gpu-count", Vendor.NVIDIA, "GPU", false));

    /** Whether a device as a whole is requested, and not only parts of one. */
    public static boolean isAskedWhole(Resources requests) {
        return requests.toMap().keySet().stream()
                .anyMatch(name -> of(name).filter(kind -> !kind.slice()).isPresent());
    }

    /** The kind a resource name belongs to; empty: it is no accelerator. */
    public static Optional<AcceleratorKind> of(String resource) {
        if (resource.indexOf('/') < 0) {
            return Optional.empty();
        }
        if (resource.startsWith(NPU) && NPU_PART.matcher(resource).find()) {
            return Optional.of(new AcceleratorKind(resource, Vendor.ASCEND, "vNPU", true));
        }
        for (AcceleratorKind kind : PRESETS) {
            if (kind.matches(resource)) {
                return AMOUNTS.stream().anyMatch(resource::endsWith) ? Optional.empty() : Optional.of(kind);
            }
        }
        String deviceClass = resource.startsWith(OF_CLASS) ? resource.substring(OF_CLASS.length()) : "";
        return AcceleratorDrivers.is(deviceClass)
                ? Optional.of(new AcceleratorKind(
                        resource,
                        AcceleratorDrivers.vendor(deviceClass),
                        AcceleratorMaker.ofDriver(deviceClass).word(),
                        false))
                : Optional.empty();
    }

    /** "GPU" and "GPUs". */
    public String words(long amount) {
        return Counted.noun(amount, word);
    }

    private boolean matches(String name) {
        return matches(0, name, 0);
    }

    private boolean matches(int at, String name, int from) {
        for (int i = at, j = from; ; i++, j++) {
            if (i == resource.length()) {
                return j == name.length();
            }
            char c = resource.charAt(i);
            if (c == '*') {
                return matchesLater(i + 1, name, j);
            }
            if (j == name.length() || c != '?' && c != name.charAt(j)) {
                return false;
            }
        }
    }

    private boolean matchesLater(int at, String name, int from) {
        for (int j = from; j <= name.length(); j++) {
            if (matches(at, name, j)) {
                return true;
            }
        }
        return false;
    }
}
