// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.OfferedDevice;
import podium.placement.texts.Texts;

/** A selector of devices, read once and run once for each shape of device. One thread at a time. */
public final class DeviceSelector {
    private final CelRuntime.@Nullable Program program;
    private final String fault;
    private final boolean foreign;
    private final SelectorMemo trail = new SelectorMemo();

    private DeviceSelector(CelRuntime.@Nullable Program program, String fault, boolean foreign) {
        this.program = program;
        this.fault = fault;
        this.foreign = foreign;
    }

    static DeviceSelector of(CelRuntime.Program program) {
        return new DeviceSelector(program, "", false);
    }

    /** @param foreign it may well be right, with something of Kubernetes that is not known here */
    static DeviceSelector broken(String fault, boolean foreign) {
        return new DeviceSelector(null, fault, foreign);
    }

    /** Why it cannot be read; empty: it can. */
    public String fault() {
        return fault;
    }

    /** True when it uses something that a server may know and Podium does not: nothing is to be concluded from it. */
    public boolean foreign() {
        return foreign;
    }

    /** What it says of a device of a driver; of one that cannot be read: an error. */
    public SelectorResult of(String driver, OfferedDevice device) {
        CelRuntime.Program known = program;
        if (known == null) {
            return new SelectorResult(false, fault);
        }
        if (unsupported(device)) {
            return new SelectorResult(false, Texts.of("DeviceSelector.aDeviceHasAn"));
        }
        @Nullable SelectorResult before = trail.find(driver, device);
        if (before != null) {
            return before;
        }
        TrackedDevice sight = new TrackedDevice(driver, device);
        SelectorResult answer = run(known, sight);
        trail.remember(sight.reads(), driver, device, answer);
        return answer;
    }

    /** Shapes of devices it was run for. */
    int runs() {
        return trail.answers();
    }

    private static SelectorResult run(CelRuntime.Program program, TrackedDevice sight) {
        try {
            Object result = program.eval(sight.variables());
            return result instanceof Boolean yes
                    ? yes ? SelectorResult.YES : SelectorResult.NO
                    : new SelectorResult(false, Texts.of("DeviceSelector.itGivesNoBoolean"));
        } catch (CelEvaluationException | RuntimeException e) {
            return new SelectorResult(false, CelEnvironment.words(e));
        }
    }

    /** The scheduler runs no selector on a device with an attribute of a type it does not know. */
    private static boolean unsupported(OfferedDevice device) {
        boolean[] found = {false};
        device.attributes().forEach((name, value) -> found[0] |= value instanceof Attribute.Other);
        return found[0];
    }
}
