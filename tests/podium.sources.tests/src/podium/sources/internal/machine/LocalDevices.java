// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalMachine;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.model.fleet.Health;

/** A machine with at most one device. */
public final class LocalDevices implements LocalMachine {
    private volatile List<LocalDevice> all = List.of();

    public void is(String uuid, Map<Metric, Sample> readings) {
        all = List.of(device(0, uuid, new Condition.Answering(), readings));
    }

    public void lost(String uuid, String reason) {
        all = List.of(device(0, uuid, new Condition.Lost(reason), Map.of()));
    }

    @Override
    public List<LocalDevice> devices() {
        return all;
    }

    @Override
    public Optional<LocalDevice> find(String uuid) {
        return all.stream().filter(local -> local.device().uuid().equals(uuid)).findFirst();
    }

    static LocalDevice device(int index, String uuid, Condition condition, Map<Metric, Sample> readings) {
        return new LocalDevice(
                new DeviceReport(index, uuid, "", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""),
                condition,
                readings,
                LocalDetails.none());
    }
}
