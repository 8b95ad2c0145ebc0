// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import podium.core.fleet.AcceleratorKind;
import podium.core.internal.device.NodeAccelerators.SliceFact;
import podium.model.value.Resources;

/**
 * MIG as the node object shows it. A GPU has seven compute slices (MIG user guide); which instance lies on which GPU is
 * in no label, so instances are laid out largest first until a source with identifiers tells better.
 */
final class MigProfiles {
    private static final int SLICES_PER_GPU = 7;
    private static final String MARK = "-MIG-";

    private MigProfiles() {}

    /** The instances offered under strategy mixed, one resource a profile. */
    static List<SliceFact> mixed(Resources offered) {
        List<SliceFact> slices = new ArrayList<>();
        offered.forEach((name, amount) -> {
            if (name.startsWith(AcceleratorKind.MIG_PREFIX)) {
                String profile = name.substring(AcceleratorKind.MIG_PREFIX.length());
                for (int i = 0; i < Math.min(amount, 1024); i++) {
                    slices.add(new SliceFact("mig " + slices.size(), profile));
                }
            }
        });
        return slices;
    }

    /** Profile under strategy single, which the product label carries (A100-SXM4-40GB-MIG-1g.5gb); empty: not that. */
    static String singleProfile(String product) {
        int at = product.indexOf(MARK);
        return at < 0 ? "" : product.substring(at + MARK.length()).replaceFirst("-SHARED$", "");
    }

    /** The product without its MIG suffix. */
    static String wholeProduct(String product) {
        int at = product.indexOf(MARK);
        return at < 0 ? product : product.substring(0, at);
    }

    /**
     * The instances laid out on GPUs, largest first, each on the emptiest of the known GPUs, else as few as they need.
     *
     * @param gpus how many GPUs carry them; 0 or less: unknown
     */
    static List<List<SliceFact>> pack(List<SliceFact> slices, long gpus) {
        List<List<SliceFact>> devices = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        List<SliceFact> sorted = new ArrayList<>(slices);
        sorted.sort(Comparator.comparingInt((SliceFact slice) -> -compute(slice.profile())));
        for (SliceFact slice : sorted) {
            int size = compute(slice.profile());
            int best = -1;
            for (int i = 0; i < devices.size(); i++) {
                boolean room = used.get(i) + size <= SLICES_PER_GPU;
                if (room && (best < 0 || (gpus > 0 && used.get(i) < used.get(best)))) {
                    best = i;
                }
            }
            if (best < 0 || (gpus > devices.size() && used.get(best) > 0)) {
                best = devices.size();
                devices.add(new ArrayList<>());
                used.add(0);
            }
            devices.get(best).add(slice);
            used.set(best, used.get(best) + size);
        }
        return devices;
    }

    /** Compute slices of a profile: the number before {@code g}; 1 when it cannot be read. */
    static int compute(String profile) {
        int g = profile.indexOf('g');
        return g <= 0 ? 1 : Math.clamp(number(profile.substring(0, g), 1), 1, SLICES_PER_GPU);
    }

    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
