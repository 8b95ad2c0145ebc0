// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import podium.core.change.DeviceHolder;
import podium.model.fleet.Slice;

/**
 * Which slice of a device a holder has. Exporters number slices in their own way, the model knows them by profile: the
 * first held one of a profile is the first slice of that profile, and so on. How many are held is right; which of two
 * equal ones it is, no source tells.
 */
final class HeldSlices {
    private HeldSlices() {}

    /** Empty: the device has no slice of that profile. */
    static Optional<Slice> of(DeviceHolder holder, List<DeviceHolder> all, List<Slice> slices) {
        String profile = profile(holder);
        long before = all.stream()
                .filter(other -> other.index().equals(holder.index())
                        && other.uuid().equals(holder.uuid())
                        && profile(other).equals(profile))
                .map(DeviceHolder::slice)
                .distinct()
                .filter(slice -> slice.compareTo(holder.slice()) < 0)
                .count();
        return slices.stream()
                .filter(slice -> profile.isEmpty() || profile.equals(Objects.toString(slice.getProfile(), "")))
                .skip(before)
                .findFirst();
    }

    private static String profile(DeviceHolder holder) {
        return holder.slice().substring(holder.slice().indexOf(':') + 1);
    }
}
