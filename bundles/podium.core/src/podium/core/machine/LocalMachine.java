// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import java.util.List;
import java.util.Optional;
import podium.core.machine.LocalAccelerators.LocalDevice;

/** The accelerators of the machine the console runs on, for whoever shows one of them. */
public interface LocalMachine {
    /**
     * The device of this machine with the maker's identifier, as it stands now. Begins to sample with the first call, so the
     * first answers are empty; asks no driver and returns at once. Any thread.
     *
     * @param uuid never matches when empty
     */
    Optional<LocalDevice> find(String uuid);

    /** All its devices as they stand now; as {@link #find}. */
    List<LocalDevice> devices();
}
