// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import podium.core.change.DeviceReport;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Health;
import podium.model.value.Resources;

/**
 * Cards of a node whose plugin offers only the cores and the memory of all of them, as HAMi makes them of it: 100 cores a card and units of
 * 256 MiB (pkg/device/cambricon/device.go of Project-HAMi/HAMi), 16 cores and units of 512 MiB (pkg/device/mthreads/device.go).
 *
 * @param resource under which pods ask for one
 * @param word what HAMi has in their names
 * @param memory of each in mebibytes; 0: not known
 */
record CoreCards(String resource, String word, long count, long memory) {
    private static final int MOST = 1024;
    /** Of one card, whoever makes it. */
    private static final int SLOTS = 100;

    private record Maker(String domain, Pattern core, int cores, int mebibytes, String resource, String word) {}

    private static final List<Maker> MAKERS = List.of(
            new Maker(
                    "cambricon.com/",
                    Pattern.compile("cambricon\\.com/mlu\\d*\\.smlu\\.vcore"),
                    100,
                    256,
                    "cambricon.com/vmlu",
                    "cambricon-mlu"),
            new Maker(
                    "mthreads.com/",
                    Pattern.compile("mthreads\\.com/sgpu-core"),
                    16,
                    512,
                    "mthreads.com/vgpu",
                    "mthreads"));

    /** Empty: no maker's cores are offered, or its cards are offered as such. */
    static Optional<CoreCards> of(Resources offered) {
        return MAKERS.stream().flatMap(maker -> of(offered, maker).stream()).findFirst();
    }

    private static Optional<CoreCards> of(Resources offered, Maker maker) {
        String[] core = {""};
        boolean[] told = {false};
        offered.forEach((name, amount) -> {
            if (amount > 0 && name.startsWith(maker.domain)) {
                core[0] = maker.core.matcher(name).matches() ? name : core[0];
                told[0] |= AcceleratorKind.of(name).isPresent();
            }
        });
        if (core[0].isEmpty() || told[0]) {
            return Optional.empty();
        }
        long all = offered.get(core[0].replaceFirst("core$", "memory"));
        long count = Math.min(MOST, (offered.get(core[0]) + maker.cores - 1) / maker.cores);
        return Optional.of(new CoreCards(maker.resource, maker.word, count, all * maker.mebibytes / count));
    }

    long slots() {
        return count * SLOTS;
    }

    /** The cards, with the names that HAMi gives them. */
    List<DeviceReport> reports(String node, int from) {
        return LongStream.range(0, count)
                .mapToObj(i -> new DeviceReport(
                        from + (int) i,
                        node + '-' + word + '-' + i,
                        "",
                        memory > 0 ? OptionalLong.of(memory << 20) : OptionalLong.empty(),
                        "",
                        OptionalInt.empty(),
                        Health.HEALTHY,
                        ""))
                .toList();
    }
}
