// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/** Identifiers of the devices a task was given, e.g. GPU-5f3a... (pod status, allocatedResourcesStatus, KEP-4680). */
public record DeviceIds(List<String> all) {
    private static final DeviceIds NONE = new DeviceIds(List.of());

    public DeviceIds {
        all = List.copyOf(all);
    }

    public static DeviceIds none() {
        return NONE;
    }

    public String text() {
        return String.join(",", all);
    }

    /** Reads what {@link #text()} wrote. */
    public static DeviceIds parse(String text) {
        return text.isEmpty() ? NONE : new DeviceIds(List.of(text.split(",")));
    }
}
