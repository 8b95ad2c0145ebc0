// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** XID errors as they happen. {@link #next(Duration)} blocks; use it on a thread of its own. */
public final class XidEvents implements AutoCloseable {
    /** nvmlEventTypeXidCriticalError. */
    private static final long XID = 8;

    private static final int NO_INSTANCE = -1;

    private final MemorySegment set;
    private final MemorySegment event;
    private final MethodHandle await;
    private final NvmlFunctions functions;
    private final Map<Long, Integer> indexOf = new HashMap<>();

    /**
     * An XID error of a device.
     *
     * @param code NVIDIA, "XID Errors"
     * @param gpuInstance the MIG GPU instance it is of
     */
    public record Xid(int deviceIndex, long code, OptionalInt gpuInstance) {}

    private XidEvents(NvmlFunctions functions, MemorySegment set, MemorySegment event, MethodHandle await) {
        this.functions = functions;
        this.set = set;
        this.event = event;
        this.await = await;
    }

    static NvmlResult<XidEvents> open(NvmlFunctions functions, Arena arena, List<NvmlDevice> devices) {
        Optional<MethodHandle> create = functions.find("nvmlEventSetCreate", ADDRESS);
        Optional<MethodHandle> register = functions.find("nvmlDeviceRegisterEvents", ADDRESS, JAVA_LONG, ADDRESS);
        Optional<MethodHandle> await = functions.find("nvmlEventSetWait_v2", ADDRESS, ADDRESS, JAVA_INT);
        if (create.isEmpty() || register.isEmpty() || await.isEmpty()) {
            return NvmlResult.none(NvmlCode.FUNCTION_NOT_FOUND);
        }
        MethodHandle creating = create.get();
        MemorySegment holder = arena.allocate(ADDRESS);
        NvmlCode created = NvmlCalls.call(() -> (int) creating.invokeExact(holder));
        if (created != NvmlCode.SUCCESS) {
            return NvmlResult.none(created);
        }
        MemorySegment set = holder.get(ADDRESS, 0);
        XidEvents events = new XidEvents(functions, set, arena.allocate(NvmlStructLayouts.EVENT), await.get());
        MethodHandle registering = register.get();
        for (NvmlDevice device : devices) {
            MemorySegment handle = device.handle();
            NvmlCode code = NvmlCalls.call(() -> (int) registering.invokeExact(handle, XID, set));
            if (code == NvmlCode.SUCCESS) {
                events.indexOf.put(handle.address(), device.index());
            }
        }
        return NvmlResult.of(events);
    }

    /** Indices of the devices that are listened to; a device without XID events is not among them. */
    public List<Integer> devices() {
        return indexOf.values().stream().sorted().toList();
    }

    /** Waits for the next XID; {@link NvmlCode#TIMEOUT} when none came. */
    public NvmlResult<Xid> next(Duration atMost) {
        int millis = (int) atMost.toMillis();
        NvmlCode code = NvmlCalls.call(() -> (int) await.invokeExact(set, event, millis));
        if (code != NvmlCode.SUCCESS) {
            return NvmlResult.none(code);
        }
        long device = event.get(ADDRESS, NvmlStructLayouts.offset(NvmlStructLayouts.EVENT, "device"))
                .address();
        Integer index = indexOf.get(device);
        long xid = event.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.EVENT, "eventData"));
        int instance = event.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.EVENT, "gpuInstanceId"));
        return index == null
                ? NvmlResult.none(NvmlCode.NOT_FOUND)
                : NvmlResult.of(
                        new Xid(index, xid, instance == NO_INSTANCE ? OptionalInt.empty() : OptionalInt.of(instance)));
    }

    @Override
    public void close() {
        functions
                .find("nvmlEventSetFree", ADDRESS)
                .ifPresent(free -> NvmlCalls.call(() -> (int) free.invokeExact(set)));
    }
}
