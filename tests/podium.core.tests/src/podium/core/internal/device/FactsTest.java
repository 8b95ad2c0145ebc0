// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.DeviceReport;
import podium.core.fleet.AcceleratorKind;
import podium.core.internal.device.NodeAccelerators.SliceFact;
import podium.core.testkit.Seen;
import podium.model.fleet.Health;
import podium.model.value.Labels;
import podium.model.value.Resources;

/** The pure readers of what nodes and device sources say. */
class FactsTest {
    @ParameterizedTest(name = "profile {0} takes {1} of seven")
    @CsvSource({"1g.10gb, 1", "2g.20gb, 2", "3g.40gb, 3", "4g.40gb, 4", "7g.80gb, 7", "1g.5gb.me, 1", "odd, 1", "99g, 7"
    })
    void aMigProfileTellsItsComputeSlices(String profile, int slices) {
        assertEquals(slices, MigProfiles.compute(profile));
    }

    @Test
    void noGpuCarriesMoreThanSevenComputeSlicesAndNoInstanceIsLost() {
        Random random = new Random(2);
        String[] profiles = {"1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"};
        for (int round = 0; round < 2_000; round++) {
            List<SliceFact> slices = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                slices.add(new SliceFact("mig " + i, profiles[random.nextInt(5)]));
            }
            List<List<SliceFact>> devices = MigProfiles.pack(slices, random.nextInt(9));
            devices.forEach(device -> assertTrue(device.stream()
                            .mapToInt(slice -> MigProfiles.compute(slice.profile()))
                            .sum()
                    <= 7));
            assertEquals(
                    Set.copyOf(slices), devices.stream().flatMap(List::stream).collect(Collectors.toSet()));
        }
    }

    @Test
    void instancesAreSpreadOverTheGpusThatAreKnownToCarryThem() {
        List<SliceFact> four = List.of(
                new SliceFact("a", "1g.10gb"),
                new SliceFact("b", "1g.10gb"),
                new SliceFact("c", "1g.10gb"),
                new SliceFact("d", "1g.10gb"));
        assertEquals(2, MigProfiles.pack(four, 2).size());
        assertEquals(1, MigProfiles.pack(four, 0).size());
    }

    @Test
    void brokenLabelsOfGpuFeatureDiscoveryCostTheirFactOnly() {
        NodeAccelerators facts = NodeAccelerators.of(Seen.gpuNode(
                "n", 2, "nvidia.com/gpu.memory", "much", "nvidia.com/gpu.count", "-3", "nvidia.com/gpu.replicas", "0"));
        assertEquals(2, facts.devices().size());
        assertEquals(OptionalLong.empty(), facts.devices().getFirst().memoryBytes());
    }

    @Test
    void aNodeThatClaimsAbsurdManyDevicesIsCutOff() {
        assertEquals(
                1024,
                NodeAccelerators.of(Seen.gpuNode("n", 2_000_000_000)).devices().size());
    }

    @Test
    void theOpenTracesOfAlibabaCountTheirGpusUnderTheirOwnName() {
        Resources resources =
                Resources.of(Map.of("alibabacloud.com/gpu-count", 2L, "alibabacloud.com/gpu-milli", 2000L));
        NodeAccelerators facts =
                NodeAccelerators.of(Seen.node("n", Labels.of("alibabacloud.com/gpu-card-model", "P100"), resources));
        assertEquals(2, facts.devices().size());
        assertEquals("P100", facts.devices().getFirst().model());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nvidia.com/gpu, GPU",
        "nvidia.com/gpu.shared, GPU share",
        "nvidia.com/mig-1g.10gb, MIG slice",
        "habana.ai/gaudi, Gaudi",
        "huawei.com/Ascend310P, NPU",
        "cpu, ''",
        "memory, ''",
        "rdma/hca, ''",
        "nvidia.com/gpumem, ''"
    })
    void aResourceNameTellsWhatItOffers(String resource, String word) {
        assertEquals(
                word, AcceleratorKind.of(resource).map(AcceleratorKind::word).orElse(""));
    }

    @Test
    void mergingGivesEachIndexOnceAndEachIdentifierOnce() {
        Random random = new Random(8);
        for (int round = 0; round < 5_000; round++) {
            List<List<DeviceReport>> sources = new ArrayList<>();
            for (int s = 1 + random.nextInt(3); s > 0; s--) {
                List<DeviceReport> source = new ArrayList<>();
                for (int i = 0; i < random.nextInt(5); i++) {
                    String uuid = random.nextInt(3) == 0 ? "" : "GPU-" + (s == 1 ? i : random.nextInt(5));
                    if (uuid.isEmpty()
                            || source.stream().noneMatch(device -> device.uuid().equals(uuid))) {
                        source.add(Seen.device(i, uuid, Health.values()[random.nextInt(4)]));
                    }
                }
                sources.add(source);
            }
            List<DeviceReport> merged = DeviceMerge.merge(sources);
            assertEquals(
                    merged.size(),
                    merged.stream().map(DeviceReport::index).distinct().count());
            List<String> uuids = merged.stream()
                    .map(DeviceReport::uuid)
                    .filter(uuid -> !uuid.isEmpty())
                    .toList();
            assertEquals(Set.copyOf(uuids).size(), uuids.size(), () -> sources + " gave " + merged);
            sources.stream()
                    .flatMap(List::stream)
                    .map(DeviceReport::uuid)
                    .filter(uuid -> !uuid.isEmpty())
                    .forEach(uuid -> assertTrue(uuids.contains(uuid)));
        }
    }

    @Test
    void whatOneSourceLeavesOpenAnotherFills() {
        DeviceReport bare =
                new DeviceReport(0, "", "H100", OptionalLong.empty(), "", OptionalInt.of(1), Health.UNKNOWN, "");
        DeviceReport full = new DeviceReport(
                0, "GPU-a", "", OptionalLong.of(5), "0000:01:00.0", OptionalInt.empty(), Health.FAILED, "XID 79");
        DeviceReport both =
                DeviceMerge.merge(List.of(List.of(bare), List.of(full))).getFirst();
        assertEquals(
                new DeviceReport(
                        0,
                        "GPU-a",
                        "H100",
                        OptionalLong.of(5),
                        "0000:01:00.0",
                        OptionalInt.of(1),
                        Health.FAILED,
                        "XID 79"),
                both);
    }
}
