// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.OfferedDevice;

/** A selector of devices, read once and run once for each shape of device. One thread at a time. */
public final class Selector {
    private final CelRuntime.@Nullable Program program;
    private final String fault;
    private final boolean foreign;
    private final Trail trail = new Trail();

    private Selector(CelRuntime.@Nullable Program program, String fault, boolean foreign) {
        this.program = program;
        this.fault = fault;
        this.foreign = foreign;
    }

    static Selector of(CelRuntime.Program program) {
        return new Selector(program, "", false);
    }

    /** @param foreign it may well be right, with something of Kubernetes that is not known here */
    static Selector broken(String fault, boolean foreign) {
        return new Selector(null, fault, foreign);
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
    public Answer of(String driver, OfferedDevice device) {
        CelRuntime.Program known = program;
        if (known == null) {
            return new Answer(false, fault);
        }
        if (unsupported(device)) {
            return new Answer(false, "a device has an attribute of a type that is not known");
        }
        @Nullable Answer before = trail.find(driver, device);
        if (before != null) {
            return before;
        }
        Sight sight = new Sight(driver, device);
        Answer answer = run(known, sight);
        trail.remember(sight.reads(), driver, device, answer);
        return answer;
    }

    /** Shapes of devices it was run for. */
    int runs() {
        return trail.answers();
    }

    private static Answer run(CelRuntime.Program program, Sight sight) {
        try {
            Object result = program.eval(sight.variables());
            return result instanceof Boolean yes
                    ? yes ? Answer.YES : Answer.NO
                    : new Answer(false, "it gives no boolean");
        } catch (CelEvaluationException | RuntimeException e) {
            return new Answer(false, Language.words(e));
        }
    }

    /** The scheduler runs no selector on a device with an attribute of a type it does not know. */
    private static boolean unsupported(OfferedDevice device) {
        boolean[] found = {false};
        device.attributes().forEach((name, value) -> found[0] |= value instanceof Attribute.Other);
        return found[0];
    }
}
