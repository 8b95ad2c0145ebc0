// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;

class ExporterTextTest {
    private static final String LABELS =
            "gpu=\"3\",UUID=\"GPU-a\",pci_bus_id=\"00000000:53:00.0\",modelName=\"NVIDIA H100\",Hostname=\"n1\"";

    @Test
    void aSampleCarriesItsDeviceAndItsValueInThePodiumUnit() {
        Scrape scrape = parse("DCGM_FI_DEV_FB_USED{" + LABELS + "} 1024\nDCGM_FI_DEV_SM_CLOCK{" + LABELS + "} 1410\n");

        DeviceSample device = only(scrape);
        assertEquals(OptionalInt.of(3), device.index());
        assertEquals("GPU-a", device.uuid());
        assertEquals("NVIDIA H100", device.model());
        assertEquals("00000000:53:00.0", device.pciBusId());
        assertEquals("n1", device.node());
        assertEquals(OptionalDouble.of(1024.0 * 1024 * 1024), value(device, Metric.MEMORY_USED));
        assertEquals(OptionalDouble.of(1.41e9), value(device, Metric.SM_CLOCK));
    }

    /** Labels in the likeness of AMD's exporter, of dcgm-exporter without a name, and of others that know none. */
    @Test
    void aPartNumberOrAnIndexIsNoModel() {
        String amd = "gpu_id=\"0\",card_model=\"102-G30211-0C\",card_series=\"AMD INSTINCT MI300X\"";
        assertEquals(
                "AMD INSTINCT MI300X",
                only(parse("gpu_power_usage{" + amd + "} 41")).model());
        assertEquals(
                "",
                only(parse("gpu_power_usage{gpu_id=\"0\",card_model=\"102-G30211-0C\"} 41"))
                        .model());
        assertEquals(
                "",
                only(parse("gpu_power_usage{gpu_id=\"0\",card_model=\"0x74a1\"} 41"))
                        .model());
        assertEquals(
                "",
                only(parse("DCGM_FI_DEV_GPU_TEMP{gpu=\"3\",UUID=\"GPU-a\",device=\"nvidia3\"} 41"))
                        .model());
        assertEquals(
                "Tesla T4",
                only(parse("DCGM_FI_DEV_GPU_TEMP{gpu=\"3\",modelName=\"Tesla T4\"} 41"))
                        .model());
    }

    @Test
    void theLimitsOfHamiTellWhoHasAShareThoughNothingIsUsedOfItYet() {
        DeviceSample sample = only(parse(
                "hami_vgpu_memory_limit_bytes{namespace=\"t\",pod=\"p\",container=\"c\",vdevice_index=\"0\",device_uuid=\"GPU-a\"}"
                        + " 1e9"));
        assertEquals(Optional.of("t/p"), sample.pod());
        assertEquals("GPU-a", sample.uuid());
    }

    /**
     * In the likeness of neuron-monitor-prometheus.py: cores are numbered through all devices of the machine, and only those in use are
     * told of.
     */
    @Test
    void theCoresOfANeuronDeviceAreOneSampleOfIt() {
        String labels =
                "instance_id=\"i-0\",instance_type=\"trn1.32xlarge\",memory_location=\"None\",neuroncore=\"%d\",runtime_tag=\"367\"";
        StringBuilder text = new StringBuilder();
        for (int core = 2; core < 4; core++) {
            text.append("neuroncore_memory_usage_constants{%s} 10\n".formatted(labels.formatted(core)))
                    .append("neuroncore_memory_usage_tensors{%s} 32\n".formatted(labels.formatted(core)))
                    .append("neuroncore_utilization_ratio{%s} 0.5\n".formatted(labels.formatted(core)));
        }
        DeviceSample both = only(parse(text.toString()));
        assertEquals(OptionalInt.of(1), both.index());
        assertEquals(OptionalDouble.of(0.5), value(both, Metric.ACTIVITY));
        assertEquals(OptionalDouble.of(84), value(both, Metric.MEMORY_USED));

        DeviceSample half = only(parse("neuroncore_utilization_ratio{" + labels.formatted(5) + "} 0.5\n"));
        assertEquals(OptionalInt.of(2), half.index());
        assertEquals(OptionalDouble.of(0.25), value(half, Metric.ACTIVITY), "its other core is idle");
        assertEquals(
                OptionalInt.of(1),
                only(parse("neuroncore_utilization_ratio{instance_type=\"inf1.6xlarge\",neuroncore=\"7\"} 1\n"))
                        .index());
    }

    /** In the likeness of XPU Manager 1.x (rest/prometheus_exporter.py of intel/xpumanager): ratios of one, one series a tile. */
    @Test
    void theNamesOfIntelsXpuManagerAreRead() {
        String labels =
                "dev_name=\"Intel(R) Data Center GPU Max 1550\",pci_bdf=\"0000:4d:00.0\",uuid=\"00000000-0000-004d\","
                        + "vendor=\"Intel(R) Corporation\",kube_pod=\"p\",kube_namespace=\"t\",kube_container=\"c\"";
        DeviceSample gpu = only(parse("xpum_engine_ratio{" + labels + ",sub_dev=\"0\"} 0.5\nxpum_engine_ratio{" + labels
                + ",sub_dev=\"1\"} 0.25\nxpum_power_watts{" + labels + "} 410\nxpum_temperature_celsius{" + labels
                + ",location=\"gpu\"} 61\n"));
        assertEquals("Intel(R) Data Center GPU Max 1550", gpu.model());
        assertEquals("0000:4d:00.0", gpu.pciBusId());
        assertEquals(Optional.of("t/p"), gpu.pod());
        assertEquals(OptionalDouble.of(0.5), value(gpu, Metric.ACTIVITY), "of its busier tile");
        assertEquals(OptionalDouble.of(410), value(gpu, Metric.POWER));
        assertEquals(OptionalDouble.of(61), value(gpu, Metric.TEMPERATURE));
    }

    /** In the likeness of furiosa-metrics-exporter: one series a core, the peak of the temperature beside that of the room. */
    @Test
    void theNamesOfFuriosaAreRead() {
        String labels = "arch=\"rngd\",device=\"npu1\",hostname=\"n1\",pci_bus_id=\"0000:27:00.0\",uuid=\"u-1\","
                + "kubernetes_namespace=\"t\",kubernetes_pod=\"p\"";
        DeviceSample npu = only(parse("furiosa_npu_core_utilization{" + labels
                + ",core=\"0\"} 90\nfuriosa_npu_core_utilization{" + labels
                + ",core=\"1\"} 30\nfuriosa_npu_hw_temperature{"
                + labels + ",core=\"0-7\",label=\"peak\"} 39\nfuriosa_npu_hw_temperature{" + labels
                + ",core=\"0-7\",label=\"ambient\"} 35\nfuriosa_npu_dram_usage{" + labels
                + ",core=\"0-7\"} 1048576\nfuriosa_npu_dram_total{" + labels + ",core=\"0-7\"} 51539607552\n"));
        assertEquals("u-1", npu.uuid());
        assertEquals(Optional.of("t/p"), npu.pod());
        assertEquals(OptionalDouble.of(0.9), value(npu, Metric.ACTIVITY), "of its busiest core");
        assertEquals(OptionalDouble.of(39), value(npu, Metric.TEMPERATURE));
        assertEquals(OptionalDouble.of(1048576), value(npu, Metric.MEMORY_USED));
        assertEquals(OptionalDouble.of(51539607552.0), value(npu, Metric.MEMORY_TOTAL));
    }

    /** In the likeness of AMD's exporter with MetricsFieldPrefix "amd_". */
    @Test
    void theNamesOfAmdAreReadWithTheirPrefixToo() {
        String labels =
                "card_model=\"102-G30211-0C\",card_series=\"AMD Instinct MI300X OAM\",gpu_id=\"2\",gpu_uuid=\"u-2\","
                        + "namespace=\"t\",pod=\"p\"";
        DeviceSample gpu = only(parse("amd_gpu_gfx_activity{" + labels + "} 37\namd_gpu_used_vram{" + labels
                + "} 1000\namd_gpu_average_package_power{" + labels + "} 400\n"));
        assertEquals(OptionalInt.of(2), gpu.index());
        assertEquals("AMD Instinct MI300X OAM", gpu.model());
        assertEquals(OptionalDouble.of(0.37), value(gpu, Metric.ACTIVITY));
        assertEquals(OptionalDouble.of(1e9), value(gpu, Metric.MEMORY_USED));
        assertEquals(OptionalDouble.of(400), value(gpu, Metric.POWER));
    }

    /** In the likeness of the exporter of Princeton's jobstats. */
    @Test
    void theNamesOfJobstatsAreRead() {
        String labels = "minor_number=\"1\",name=\"NVIDIA A100 80GB PCIe\",uuid=\"GPU-1\"";
        DeviceSample gpu = only(parse("nvidia_gpu_duty_cycle{" + labels + "} 73\nnvidia_gpu_memory_used_bytes{" + labels
                + "} 1048576\nnvidia_gpu_power_usage_milliwatts{" + labels + "} 240000\n"));
        assertEquals(OptionalInt.of(1), gpu.index());
        assertEquals("NVIDIA A100 80GB PCIe", gpu.model());
        assertEquals(OptionalDouble.of(0.73), value(gpu, Metric.ACTIVITY));
        assertEquals(OptionalDouble.of(240), value(gpu, Metric.POWER));
    }

    /** In the likeness of GKE's device plugin for TPUs: the chip stands behind the name of its machine. */
    @Test
    void aTpuIsTheChipBehindTheNameOfItsMachine() {
        String labels = "container=\"w\",make=\"cloud-tpu\",model=\"tpu-v6e-slice\",namespace=\"t\",pod=\"p\"";
        List<DeviceSample> chips = parse("tensorcore_utilization{accelerator_id=\"4804-0\"," + labels
                        + "} 22\ntensorcore_utilization{accelerator_id=\"4804-3\"," + labels + "} 23\n")
                .samples();
        assertEquals(
                List.of(OptionalInt.of(0), OptionalInt.of(3)),
                chips.stream().map(DeviceSample::index).toList());
        assertEquals(Optional.of("t/p"), chips.getFirst().pod());
        assertEquals(OptionalDouble.of(0.22), value(chips.getFirst(), Metric.ACTIVITY));
    }

    /** In the likeness of rbln-metrics-exporter. */
    @Test
    void theNamesOfRebellionsAreRead() {
        DeviceSample npu = only(parse("RBLN_DEVICE_STATUS:UTILIZATION{card=\"RBLN-CA22\",uuid=\"u-1\",name=\"rbln0\","
                + "deviceID=\"1220\",hostname=\"n1\",namespace=\"t\",pod=\"p\"} 40\n"));
        assertEquals("RBLN-CA22", npu.model());
        assertEquals("n1", npu.node());
        assertEquals(OptionalDouble.of(0.4), value(npu, Metric.ACTIVITY));
    }

    /** In the likeness of an exporter over mthreads-gmi. */
    @Test
    void theNamesOfMooreThreadsAreRead() {
        String labels = "device=\"3\",uuid=\"399282a8-ba01\",name=\"MTT S5000\",pci_bus_id=\"00000000:2a:00.0\"";
        DeviceSample gpu = only(parse("musa_gpu_utilization_ratio{" + labels + "} 0.48\nmusa_gpu_memory_used_bytes{"
                + labels + "} 1048576\nmusa_gpu_power_watts{" + labels + "} 90\n"));
        assertEquals(OptionalInt.of(3), gpu.index());
        assertEquals("MTT S5000", gpu.model());
        assertEquals(OptionalDouble.of(0.48), value(gpu, Metric.ACTIVITY));
        assertEquals(OptionalDouble.of(1048576), value(gpu, Metric.MEMORY_USED));
        assertEquals(OptionalDouble.of(90), value(gpu, Metric.POWER));
    }

    /** dcgm-exporter with --hpc-job-mapping-dir tells a GPU once for each of its jobs; AMD's tells them in job_id. */
    @Test
    void aJobOfSlurmIsNamedAndItsDeviceIsNotTwiceAsBusy() {
        List<DeviceSample> samples = parse("DCGM_FI_DEV_GPU_UTIL{" + LABELS + ",hpc_job=\"4711\"} 50\n"
                        + "DCGM_FI_DEV_GPU_UTIL{" + LABELS + ",hpc_job=\"4712\"} 50\n")
                .samples();
        assertEquals(
                List.of("4711", "4712"), samples.stream().map(DeviceSample::job).toList());
        samples.forEach(sample -> assertEquals(OptionalDouble.of(0.5), value(sample, Metric.ACTIVITY)));
        assertEquals(
                "88",
                only(parse("gpu_gfx_activity{gpu_id=\"0\",job_id=\"88\",job_user=\"ana\",job_partition=\"mi300\"} 1"))
                        .job());
        assertEquals(
                "", only(parse("gpu_gfx_activity{gpu_id=\"0\",job_id=\"\"} 1")).job());
        assertEquals(
                "",
                only(parse("DCGM_FI_DEV_GPU_UTIL{" + LABELS + ",hpc_job=\"0\"} 1"))
                        .job());
    }

    /** dcgm-exporter tells a shared GPU once for each share (KUBERNETES_VIRTUAL_GPUS), also where one pod has two. */
    @Test
    void whatIsToldOnceForEachShareIsNotAddedUp() {
        String share = LABELS + ",pod=\"p\",namespace=\"n\",container=\"c\",vgpu=\"%d\"";
        DeviceSample gpu = only(parse("DCGM_FI_DEV_GPU_UTIL{" + share.formatted(0) + "} 60\nDCGM_FI_DEV_GPU_UTIL{"
                + share.formatted(1) + "} 60\n"));
        assertEquals(OptionalDouble.of(0.6), value(gpu, Metric.ACTIVITY));
    }

    /** In the likeness of mlu-exporter, dcu-exporter, ix-exporter and mx-exporter. */
    @Test
    void theNamesOfChineseMakersAreRead() {
        DeviceSample mlu = only(parse(
                "mlu_utilization{driver=\"v5.10\",mlu=\"2\",model=\"MLU370-X8\",node=\"n1\",sn=\"11\",uuid=\"MLU-a\",type=\"mlu370\"}"
                        + " 50\n"
                        + "mlu_memory_used{driver=\"v5.10\",mlu=\"2\",model=\"MLU370-X8\",node=\"n1\",sn=\"11\",uuid=\"MLU-a\",type=\"mlu370\"}"
                        + " 1048576\n"));
        assertEquals(OptionalInt.of(2), mlu.index());
        assertEquals("n1", mlu.node());
        assertEquals(OptionalDouble.of(0.5), value(mlu, Metric.ACTIVITY));
        assertEquals(OptionalDouble.of(1048576), value(mlu, Metric.MEMORY_USED));
        DeviceSample dcu = only(parse("dcu_utilizationrate{Hostname=\"n2\",container=\"c\",dcu_pod_name=\"p\","
                + "dcu_pod_namespace=\"t\",device_id=\"T1234\",minor_number=\"1\",name=\"K100_AI\"} 25\n"));
        assertEquals(OptionalInt.of(1), dcu.index());
        assertEquals(Optional.of("t/p"), dcu.pod());
        assertEquals(OptionalDouble.of(0.25), value(dcu, Metric.ACTIVITY));
        DeviceSample ix = only(parse("ix_mem_total{container=\"\",gpu=\"0\",name=\"Iluvatar BI-V150S\",namespace=\"\","
                + "node_name=\"n3\",pod=\"\",uuid=\"GPU-b\"} 32768\n"));
        assertEquals("n3", ix.node());
        assertEquals("Iluvatar BI-V150S", ix.model());
        assertEquals(OptionalDouble.of(32768.0 * (1 << 20)), value(ix, Metric.MEMORY_TOTAL));
        DeviceSample mx = only(
                parse("mx_gpu_usage{Hostname=\"n4\",deviceId=\"3\",modelName=\"MetaX C500\",uuid=\"GPU-c\"} 80\n"));
        assertEquals(OptionalInt.of(3), mx.index());
        assertEquals(OptionalDouble.of(0.8), value(mx, Metric.ACTIVITY));
    }

    @Test
    void engineActivityWinsOverTheKernelRanPercentage() {
        String text = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{" + LABELS + "} 0.25\nDCGM_FI_DEV_GPU_UTIL{" + LABELS + "} 100\n";
        assertEquals(OptionalDouble.of(0.25), value(only(parse(text)), Metric.ACTIVITY));
        String reversed =
                "DCGM_FI_DEV_GPU_UTIL{" + LABELS + "} 100\nDCGM_FI_PROF_GR_ENGINE_ACTIVE{" + LABELS + "} 0.25\n";
        assertEquals(OptionalDouble.of(0.25), value(only(parse(reversed)), Metric.ACTIVITY));
    }

    @Test
    void percentBecomesARatio() {
        assertEquals(OptionalDouble.of(0.5), value(only(parse("DCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 50")), Metric.ACTIVITY));
    }

    @Test
    void bothDirectionsOfNvlinkAddUp() {
        String text = "DCGM_FI_PROF_NVLINK_TX_BYTES{gpu=\"0\"} 5\nDCGM_FI_PROF_NVLINK_RX_BYTES{gpu=\"0\"} 7\n";
        assertEquals(OptionalDouble.of(12), value(only(parse(text)), Metric.NVLINK_TRAFFIC));
    }

    @Test
    void blankCodesOfDcgmAreUnknownNotNumbers() {
        String text = """
            DCGM_FI_DEV_MEMORY_TEMP{gpu="0", UUID="GPU-b"} 9223372036854775794
            DCGM_FI_DEV_POWER_USAGE{gpu="0", UUID="GPU-b"} 140737488355328
            DCGM_FI_DEV_XID_ERRORS{gpu="0", UUID="GPU-b"} 2147483632
            DCGM_FI_DEV_GPU_TEMP{gpu="0", UUID="GPU-b"} NaN
            DCGM_FI_DEV_SM_CLOCK{gpu="0", UUID="GPU-b"} 139
            """;
        Scrape scrape = parse(text);
        assertEquals(0, scrape.brokenLines());
        DeviceSample device = only(scrape);
        assertEquals(
                List.of(Metric.SM_CLOCK),
                device.values().stream().map(v -> v.metric()).toList());
    }

    @Test
    void aMemorySensorThatIsNotThereIsUnknown() {
        Scrape scrape = parse("DCGM_FI_DEV_MEMORY_TEMP{gpu=\"0\"} 0\nDCGM_FI_DEV_GPU_TEMP{gpu=\"0\"} 0\n");
        assertEquals(OptionalDouble.empty(), value(only(scrape), Metric.MEMORY_TEMPERATURE));
        assertEquals(OptionalDouble.of(0), value(only(scrape), Metric.TEMPERATURE));
    }

    @Test
    void aBrokenLineCostsOnlyItselfAndIsCounted() {
        String text = """
            # HELP DCGM_FI_DEV_SM_CLOCK SM clock frequency (in MHz).
            DCGM_FI_DEV_SM_CLOCK{gpu="0",...,modelName="NVIDIA L40S",...} 210
            DCGM_FI_DEV_SM_CLOCK{gpu="0" 210
            DCGM_FI_DEV_SM_CLOCK
            ...
            DCGM_FI_DEV_SM_CLOCK{gpu="1"} fast
            DCGM_FI_DEV_SM_CLOCK{gpu="1"} 300
            """;
        Scrape scrape = parse(text);
        assertEquals(5, scrape.brokenLines());
        assertEquals(OptionalDouble.of(3e8), value(only(scrape), Metric.SM_CLOCK));
    }

    @Test
    void theHolderIsReadFromEveryGenerationOfLabels() {
        for (String labels : List.of(
                "namespace=\"ml\",pod=\"llm-0\"",
                "pod_namespace=\"ml\",pod_name=\"llm-0\"",
                "exported_namespace=\"ml\",exported_pod=\"llm-0\",pod=\"dcgm-x\",namespace=\"gpu-operator\"")) {
            Scrape scrape = parse("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\"," + labels + "} 40");
            assertEquals(Optional.of("ml/llm-0"), only(scrape).pod(), labels);
        }
        assertEquals(
                Optional.empty(),
                only(parse("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",pod=\"\",namespace=\"\"} 40"))
                        .pod());
    }

    @Test
    void slicesOfOneGpuStayApart() {
        String text = """
            DCGM_FI_DEV_FB_USED{gpu="0",GPU_I_PROFILE="1g.5gb",GPU_I_ID="7"} 1
            DCGM_FI_DEV_FB_USED{gpu="0",GPU_I_PROFILE="2g.10gb",GPU_I_ID="5"} 2
            """;
        assertEquals(
                List.of("7:1g.5gb", "5:2g.10gb"),
                parse(text).samples().stream().map(DeviceSample::migProfile).toList());
    }

    @Test
    void timestampsEscapesAndCarriageReturnsAreReadOver() {
        String text = "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",modelName=\"a \\\"b\\\" } c\"} 41 1700000000000\r\n";
        DeviceSample device = only(parse(text));
        assertEquals("a \"b\" } c", device.model());
        assertEquals(OptionalDouble.of(41), value(device, Metric.TEMPERATURE));
    }

    @Test
    void exportersOfOtherMakersAreRead() {
        DeviceSample amd = only(parse("gpu_power_usage{GPU_UUID=\"66\",SERIAL_NUMBER=\"6\"} 41\n"
                + "gpu_average_package_power{GPU_UUID=\"66\",SERIAL_NUMBER=\"6\"} 40\n"
                + "gpu_total_memory{GPU_UUID=\"66\",SERIAL_NUMBER=\"6\"} 68702\n"));
        assertEquals(OptionalDouble.of(41), value(amd, Metric.POWER));
        assertEquals(OptionalDouble.of(68702e6), value(amd, Metric.MEMORY_TOTAL));
        DeviceSample smi = only(parse("nvidia_smi_utilization_gpu_ratio{uuid=\"GPU-1\"} 0.97"));
        assertEquals("GPU-1", smi.uuid());
        assertEquals(OptionalDouble.of(0.97), value(smi, Metric.ACTIVITY));
    }

    @Test
    void aPercentageIsTheSameNumberAsTheRatioWritten() {
        for (int percent = 0; percent <= 100; percent++) {
            double ratio = Double.parseDouble("0." + String.format("%02d", percent % 100)) + percent / 100;
            assertEquals(
                    OptionalDouble.of(ratio),
                    value(only(parse("DCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} " + percent)), Metric.ACTIVITY));
        }
    }

    @Test
    void aContainerOfAnExporterHoldsNothingUnlessItIsThePodThatWasExported() {
        String own = "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",container=\"nvidia-dcgm-exporter\",pod=\"x\",namespace=\"ops\"";
        assertEquals(Optional.empty(), only(parse(own + "} 40")).pod());
        assertEquals(
                Optional.of("ml/llm-0"),
                only(parse(own + ",exported_pod=\"llm-0\",exported_namespace=\"ml\"} 40"))
                        .pod());
    }

    @Test
    void aNameInTheIndexLabelIsNoIndex() {
        DeviceSample device = only(parse("all_smi_gpu_utilization{gpu=\"NVIDIA H200 141GB HBM3\",instance=\"n1\","
                + "gpu_uuid=\"GPU-1\",gpu_index=\"2\"} 42"));
        assertEquals(OptionalInt.of(2), device.index());
        assertEquals("NVIDIA H200 141GB HBM3", device.model());
        assertEquals("n1", device.node());
    }

    @Test
    void noInputMakesItFail() {
        Random random = new Random(7);
        byte[] seed = ("DCGM_FI_DEV_GPU_TEMP{" + LABELS + "} 41\n").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = seed.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            Scrape scrape = new ExporterText().parse(text);
            assertTrue(scrape.samples().size() + scrape.brokenLines() <= 9);
        }
    }

    private static Scrape parse(String text) {
        return new ExporterText().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DeviceSample only(Scrape scrape) {
        assertEquals(1, scrape.samples().size(), scrape.toString());
        return scrape.samples().getFirst();
    }

    private static OptionalDouble value(DeviceSample device, Metric metric) {
        return device.values().stream()
                .filter(v -> v.metric() == metric)
                .mapToDouble(v -> v.value())
                .findFirst();
    }
}
