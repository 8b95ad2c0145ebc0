// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.gpu.Bench.label;
import static podium.simulator.internal.gpu.Bench.lines;
import static podium.simulator.internal.gpu.Bench.node;
import static podium.simulator.internal.gpu.Bench.part;
import static podium.simulator.internal.gpu.Bench.type;
import static podium.simulator.internal.gpu.Bench.value;
import static podium.simulator.internal.gpu.Bench.whole;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.kubelet.PluginDevice;
import podium.simulator.internal.scenario.AcceleratorModel;
import podium.simulator.internal.scenario.HardwareCatalog;

/** The text of each maker's exporter: names, units, labels, and who holds the device. */
class MakersTest {

    private static final PluginDevice H100 = new PluginDevice("nvidia.com/gpu", "GPU-u0", 0, "", 0);
    private static final PluginDevice MI300X = new PluginDevice("amd.com/gpu", "0000:1b:00.0", 0, "", 0);
    private static final PluginDevice GAUDI = new PluginDevice("habana.ai/gaudi", "0000:1b:00.0", 0, "", 0);

    private final HardwareCatalog hardware = new HardwareCatalog();

    private String dcgm(NodeReadings.Measured... measured) {
        return new DcgmExporter().text(node(hardware.accelerator("h100"), measured));
    }

    private String amd(NodeReadings.Measured... measured) {
        return new AmdExporter().text(node(hardware.accelerator("mi300x"), measured));
    }

    private String gaudi(NodeReadings.Measured... measured) {
        return new GaudiExporter().text(node(hardware.accelerator("gaudi3"), measured));
    }

    @ParameterizedTest
    @CsvSource({
        "DCGM_FI_DEV_SM_CLOCK, gauge, 1980",
        "DCGM_FI_DEV_MEM_CLOCK, gauge, 2619",
        "DCGM_FI_DEV_GPU_TEMP, gauge, 61",
        "DCGM_FI_DEV_MEMORY_TEMP, gauge, 70",
        "DCGM_FI_DEV_POWER_USAGE, gauge, 312.500000",
        "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION, counter, 5000000123",
        "DCGM_FI_DEV_PCIE_REPLAY_COUNTER, counter, 0",
        "DCGM_FI_DEV_GPU_UTIL, gauge, 75",
        "DCGM_FI_DEV_MEM_COPY_UTIL, gauge, 40",
        "DCGM_FI_DEV_XID_ERRORS, gauge, 94",
        "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS, gauge, 4",
        "DCGM_FI_DEV_FB_USED, gauge, 1024",
        "DCGM_FI_DEV_FB_FREE, gauge, 79794",
        "DCGM_FI_DEV_ECC_SBE_VOL_TOTAL, counter, 3",
        "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL, counter, 1",
        "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS, counter, 1",
        "DCGM_FI_PROF_GR_ENGINE_ACTIVE, gauge, 0.750000",
        "DCGM_FI_PROF_SM_ACTIVE, gauge, 0.500000",
        "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE, gauge, 0.250000",
        "DCGM_FI_PROF_DRAM_ACTIVE, gauge, 0.400000",
        "DCGM_FI_PROF_PCIE_TX_BYTES, gauge, 3000000",
        "DCGM_FI_PROF_PCIE_RX_BYTES, gauge, 4000000",
        "DCGM_FI_PROF_NVLINK_TX_BYTES, gauge, 40000000000",
        "DCGM_FI_PROF_NVLINK_RX_BYTES, gauge, 40000000000"
    })
    void nvidiaPrintsInDcgmsUnits(String metric, String type, String value) {
        String text = dcgm(whole(H100, true));
        assertEquals(type, type(text, metric));
        assertEquals(value, value(text, metric));
    }

    @Test
    void nvidiaLabelsTheDeviceAndItsHolder() {
        String line = lines(dcgm(whole(H100, true)), "DCGM_FI_DEV_GPU_UTIL").getFirst();
        assertEquals(
                "DCGM_FI_DEV_GPU_UTIL{gpu=\"0\",UUID=\"GPU-u0\",pci_bus_id=\"00000000:1B:00.0\",device=\"nvidia0\","
                        + "modelName=\"NVIDIA H100 80GB HBM3\",Hostname=\"node-1\","
                        + "DCGM_FI_DRIVER_VERSION=\"580.105.08\",container=\"main\",namespace=\"team\",pod=\"train-0\","
                        + "pod_uid=\"\"} 75",
                line);
    }

    @Test
    void aFreeDeviceNamesNoHolder() {
        for (String text : List.of(dcgm(whole(H100, false)), amd(whole(MI300X, false)), gaudi(whole(GAUDI, false)))) {
            assertFalse(text.contains("train-0"), text);
            assertFalse(text.contains("pod=\""), text);
        }
    }

    @Test
    void cardsWithoutLinksHaveNoLinkMetrics() {
        String text = new DcgmExporter().text(node(hardware.accelerator("l40s"), whole(H100, true)));
        assertFalse(text.contains("NVLINK"));
        assertTrue(text.contains("DCGM_FI_PROF_PCIE_TX_BYTES{"));
    }

    @Test
    void aMigInstanceHasItsProfileItsIdAndStandsForItsGpu() {
        PluginDevice slice = new PluginDevice("nvidia.com/mig-1g.10gb", "MIG-m", 0, "1g.10gb", 9);
        String text = dcgm(whole(slice, false), part(slice, true));
        for (String each : List.of(
                "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                "DCGM_FI_DEV_POWER_USAGE",
                "DCGM_FI_DEV_GPU_TEMP",
                "DCGM_FI_DEV_XID_ERRORS",
                "DCGM_FI_DEV_FB_USED")) {
            List<String> lines = lines(text, each);
            assertEquals(1, lines.size(), each);
            assertEquals("1g.10gb", label(lines.getFirst(), "GPU_I_PROFILE"));
            assertEquals("9", label(lines.getFirst(), "GPU_I_ID"));
            assertEquals("train-0", label(lines.getFirst(), "pod"));
            assertEquals("GPU-u0", label(lines.getFirst(), "UUID"), "the instance carries the id of its GPU");
        }
        assertEquals(List.of(), lines(text, "DCGM_FI_DEV_GPU_UTIL"), "NVML has none of a GPU in MIG mode");
    }

    @Test
    void aTimeSlicedReplicaIsNoMigInstance() {
        PluginDevice replica = new PluginDevice("nvidia.com/gpu", "GPU-u0::1", 0, "shared", 1);
        String text = dcgm(part(replica, true));
        assertFalse(text.contains("GPU_I_PROFILE"));
        assertEquals("train-0", label(lines(text, "DCGM_FI_PROF_SM_ACTIVE").getFirst(), "pod"));
    }

    @ParameterizedTest
    @CsvSource({
        "gpu_gfx_activity, gauge, 75",
        "gpu_umc_activity, gauge, 40",
        "gpu_package_power, gauge, 313",
        "gpu_average_package_power, gauge, 313",
        "gpu_junction_temperature, gauge, 61",
        "gpu_memory_temperature, gauge, 70",
        "gpu_used_vram, gauge, 1024",
        "gpu_total_vram, gauge, 196592",
        "gpu_clock, gauge, 1980",
        "gpu_energy_consumed, counter, 5000000123000",
        "pcie_bandwidth, gauge, 32",
        "gpu_ecc_correct_total, counter, 3",
        "gpu_ecc_uncorrect_total, counter, 1"
    })
    void amdPrintsInItsUnits(String metric, String type, String value) {
        String text = amd(whole(MI300X, true));
        assertEquals(type, type(text, metric));
        assertEquals(value, value(text, metric));
    }

    @Test
    void amdLabelsTheDeviceAndItsHolder() {
        String line = lines(amd(whole(MI300X, true)), "gpu_gfx_activity").getFirst();
        assertEquals(
                "gpu_gfx_activity{gpu_id=\"0\",serial_number=\"692247001200\",card_model=\"AMD Instinct MI300X OAM\","
                        + "hostname=\"node-1\",gpu_pci_bus=\"0000:1b:00.0\",pod=\"train-0\",namespace=\"team\","
                        + "container=\"main\"} 75",
                line);
    }

    @Test
    void amdCountsItsDevices() {
        PluginDevice second = new PluginDevice("amd.com/gpu", "0000:2c:00.0", 1, "", 0);
        assertTrue(amd(whole(MI300X, true), whole(second, false)).contains("\ngpu_nodes_total 2\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "habanalabs_utilization, gauge, 75",
        "habanalabs_power_mW, gauge, 312500",
        "habanalabs_energy, counter, 5000000123",
        "habanalabs_temperature_onchip, gauge, 61",
        "habanalabs_temperature_onboard, gauge, 49",
        "habanalabs_memory_used_bytes, gauge, 1073741824",
        "habanalabs_memory_total_bytes, gauge, 137438953472",
        "habanalabs_clock_soc_mhz, gauge, 1980",
        "habanalabs_pcie_rx, gauge, 4000",
        "habanalabs_pcie_tx, gauge, 3000",
        "habanalabs_pending_rows_with_single_bit_ecc_errors, counter, 3",
        "habanalabs_pending_rows_with_double_bit_ecc_errors, counter, 1"
    })
    void gaudiPrintsInItsUnits(String metric, String type, String value) {
        String text = gaudi(whole(GAUDI, true));
        assertEquals(type, type(text, metric));
        assertEquals(value, value(text, metric));
    }

    @Test
    void gaudiExportsItsHolderUnderTheExportedNames() {
        String line = lines(gaudi(whole(GAUDI, true)), "habanalabs_utilization").getFirst();
        assertEquals("accel0", label(line, "device"));
        assertEquals("train-0", label(line, "exported_pod"));
        assertEquals("team", label(line, "exported_namespace"));
        assertEquals("main", label(line, "exported_container"));
        assertEquals("node-1", label(line, "hostname"));
        assertEquals("", label(line, "pod"));
    }

    @Test
    void everySampleOfAMetricHasLabelsOfItsOwn() {
        PluginDevice second = new PluginDevice("nvidia.com/gpu", "GPU-u1", 1, "", 0);
        for (String text : List.of(
                dcgm(whole(H100, true), whole(second, false)),
                amd(whole(MI300X, true), whole(new PluginDevice("amd.com/gpu", "x", 1, "", 0), true)),
                gaudi(whole(GAUDI, true), whole(new PluginDevice("habana.ai/gaudi", "x", 1, "", 0), true)))) {
            Set<String> seen = new HashSet<>();
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf(' ')))
                    .forEach(series -> assertTrue(seen.add(series), "twice: " + series));
        }
    }

    @Test
    void aMetricIsIntroducedOnceEvenForManyDevices() {
        PluginDevice second = new PluginDevice("nvidia.com/gpu", "GPU-u1", 1, "", 0);
        String text = dcgm(whole(H100, true), whole(second, false));
        assertEquals(
                1,
                text.lines()
                        .filter(line -> line.startsWith("# HELP DCGM_FI_DEV_GPU_UTIL "))
                        .count());
        assertEquals(2, lines(text, "DCGM_FI_DEV_GPU_UTIL").size());
    }

    @Test
    void aNodeWithoutDevicesPrintsNoSamples() {
        assertEquals("", dcgm());
        assertEquals("", gaudi());
        AcceleratorModel none = hardware.accelerator("mi300x");
        assertTrue(new AmdExporter().text(node(none)).endsWith("gpu_nodes_total 0\n"));
    }
}
