// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a GPU that a MIG instance is. DCGM measures activity by the instance, as if that were all there is (dcgm_fields.h,
 * DCGM_FI_PROF_GR_ENGINE_ACTIVE; the utilization of a divided GPU itself is not supported, NVIDIA/dcgm-exporter issue 216), so that the
 * activity of the GPU is that of its instances by their compute slices. Any thread.
 */
public final class MigShare {
    private static final Pattern SIZE = Pattern.compile("(?:[^:]*:)?(?:\\d+c\\.)?(\\d)g\\..*");

    /** GPUs of four compute slices; all others have seven (docs.nvidia.com/datacenter/tesla/mig-user-guide, supported profiles). */
    private static final Pattern FOUR = Pattern.compile("(?i).*(?:\\bA30\\b|RTX PRO).*");

    /** Compute slices of a GPU, where its product tells no less. */
    public static final int SLICES = 7;

    private MigShare() {}

    /**
     * 0 to 1; empty: the words name no MIG instance.
     *
     * @param instance its profile, with or without an identifier and a colon before it: 1g.10gb, 7:1g.10gb
     * @param model of the GPU; empty: not told
     */
    public static OptionalDouble of(String instance, String model) {
        Matcher size = SIZE.matcher(instance);
        int slices = FOUR.matcher(model).matches() ? 4 : SLICES;
        return size.matches()
                ? OptionalDouble.of(Math.min(1, Double.parseDouble(size.group(1)) / slices))
                : OptionalDouble.empty();
    }
}
