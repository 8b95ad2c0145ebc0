// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.model.value.Labels;

/**
 * The product of a node's accelerators by the machine type that its cloud labels it with, where nothing else tells. Most clouds have the
 * product in the name of the type (Standard_ND96isr_H200_v5, BM.GPU.H100.8, gd-8xh100ib-i128, b200-180gb-sxm-ib.8x); those that do
 * not have a line. Sources: the lists of instance types of EC2, Azure (N series), OCI (GPU shapes), CoreWeave, Nebius, Lambda, Crusoe.
 */
final class MachineTypes {
    private static final List<String> KEYS =
            List.of("node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type");

    private record Line(Pattern type, String product) {}

    private static final List<Line> LINES = List.of(
            line("p3(dn)?\\..*", "V100"),
            line("p4de?\\..*", "A100"),
            line("p5\\..*", "H100"),
            line("p5en?\\..*", "H200"),
            line("g4dn\\..*", "T4"),
            line("g5\\..*", "A10G"),
            line("gr?6f?\\..*", "L4"),
            line("g6e\\..*", "L40S"),
            line("g7e\\..*", "RTX PRO 6000"),
            line("dl1\\..*", "Gaudi"),
            line("standard_nc\\d+r?s_v3", "V100"),
            line("standard_nd40rs_v2", "V100"),
            line("standard_nd96asr_v4", "A100"),
            line("bm\\.gpu(4|\\.b4)\\.8", "A100"),
            line("(bm|vm)\\.gpu3\\..*", "V100"));

    private static final Pattern NAMED = Pattern.compile("(?:^|[^a-z0-9]|\\dx)"
            + "(g[bh][23]00|b[23]00|h[128]00|h20|a[18]00|a10g?|a16|a40|l40s?|l4|t4|v100|p100|mi[23]\\d\\d[ax]?)"
            + "(?=$|[^0-9a-z]|ib)");

    private MachineTypes() {}

    private static Line line(String type, String product) {
        return new Line(Pattern.compile(type), product);
    }

    /** The product; empty: the type does not tell. */
    static String product(Labels labels) {
        for (String key : KEYS) {
            String type = labels.get(key).orElse("").toLowerCase(Locale.ROOT);
            for (Line line : LINES) {
                if (line.type().matcher(type).matches()) {
                    return line.product();
                }
            }
            Matcher named = NAMED.matcher(type);
            if (named.find()) {
                return named.group(1).toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }
}
