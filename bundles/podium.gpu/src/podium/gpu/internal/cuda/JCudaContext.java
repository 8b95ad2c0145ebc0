// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import static podium.gpu.internal.cuda.JCudaDriverApi.check;

import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUctx_flags;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUevent_flags;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/**
 * The primary context of a device, one stream and two events. The primary context is shared with all of this process and
 * ends with its last user, so nothing of the device's state outlives the measurement.
 */
final class JCudaContext implements Cuda.Context {
    private final int ordinal;
    private final CUdevice device;
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final CUevent begin = new CUevent();
    private final CUevent end = new CUevent();
    /** Contexts whose memory this one was allowed to reach, by us. */
    private final List<CUcontext> reached = new ArrayList<>();

    private final int[] flagsBefore = new int[1];
    private boolean closed;

    JCudaContext(int ordinal, CUdevice device) {
        this.ordinal = ordinal;
        this.device = device;
        JCudaDriver.cuDevicePrimaryCtxGetState(device, flagsBefore, new int[1]);
        // waiting sleeps in the kernel instead of turning a core; refused where the context is in use already
        JCudaDriver.cuDevicePrimaryCtxSetFlags(device, CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC);
        check("cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        try {
            current();
            check("cuStreamCreate", JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING));
            check("cuEventCreate", JCudaDriver.cuEventCreate(begin, CUevent_flags.CU_EVENT_BLOCKING_SYNC));
            check("cuEventCreate", JCudaDriver.cuEventCreate(end, CUevent_flags.CU_EVENT_BLOCKING_SYNC));
        } catch (CudaException e) {
            release();
            throw e;
        }
    }

    private void current() {
        check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public Cuda.Memory allocate(long bytes) {
        current();
        CUdeviceptr pointer = new CUdeviceptr();
        check("cuMemAlloc", JCudaDriver.cuMemAlloc(pointer, bytes));
        return new OfDevice(this, pointer);
    }

    @Override
    public Cuda.Memory allocateHost(long bytes) {
        current();
        Pointer pointer = new Pointer();
        check("cuMemAllocHost", JCudaDriver.cuMemAllocHost(pointer, bytes));
        return new OfHost(this, pointer);
    }

    @Override
    public void reach(Cuda.Context other) {
        current();
        CUcontext peer = ((JCudaContext) other).context;
        int code = JCudaDriver.cuCtxEnablePeerAccess(peer, 0);
        if (code == CUresult.CUDA_SUCCESS) {
            reached.add(peer);
        } else if (code != CUresult.CUDA_ERROR_PEER_ACCESS_ALREADY_ENABLED) {
            check("cuCtxEnablePeerAccess", code);
        }
    }

    @Override
    public double copy(Cuda.Memory from, Cuda.Memory to, long bytes, int times) {
        current();
        check("cuEventRecord", JCudaDriver.cuEventRecord(begin, stream));
        for (int i = 0; i < times; i++) {
            copy(from, to, bytes);
        }
        check("cuEventRecord", JCudaDriver.cuEventRecord(end, stream));
        check("cuEventSynchronize", JCudaDriver.cuEventSynchronize(end));
        float[] millis = new float[1];
        check("cuEventElapsedTime", JCudaDriver.cuEventElapsedTime(millis, begin, end));
        return millis[0] / 1000.0;
    }

    private void copy(Cuda.Memory from, Cuda.Memory to, long bytes) {
        switch (from) {
            case OfHost host ->
                check(
                        "cuMemcpyHtoDAsync",
                        JCudaDriver.cuMemcpyHtoDAsync(((OfDevice) to).pointer, host.pointer, bytes, stream));
            case OfDevice source
            when to instanceof OfHost host ->
                check("cuMemcpyDtoHAsync", JCudaDriver.cuMemcpyDtoHAsync(host.pointer, source.pointer, bytes, stream));
            case OfDevice source
            when to instanceof OfDevice target ->
                check(
                        "cuMemcpyPeerAsync",
                        JCudaDriver.cuMemcpyPeerAsync(
                                target.pointer,
                                target.owner.context,
                                source.pointer,
                                source.owner.context,
                                bytes,
                                stream));
            default -> throw new IllegalArgumentException("no copy from " + from + " to " + to);
        }
    }

    /** Gives back all, whatever of it fails: a device that was lost meanwhile answers none of these calls. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        JCudaDriver.cuCtxSetCurrent(context);
        reached.forEach(JCudaDriver::cuCtxDisablePeerAccess);
        JCudaDriver.cuEventDestroy(begin);
        JCudaDriver.cuEventDestroy(end);
        JCudaDriver.cuStreamDestroy(stream);
        release();
    }

    private void release() {
        JCudaDriver.cuCtxSetCurrent(new CUcontext());
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
        JCudaDriver.cuDevicePrimaryCtxSetFlags(device, flagsBefore[0]);
    }

    private record OfDevice(JCudaContext owner, CUdeviceptr pointer) implements Cuda.Memory {
        @Override
        public void close() {
            JCudaDriver.cuCtxSetCurrent(owner.context);
            JCudaDriver.cuMemFree(pointer);
        }
    }

    private record OfHost(JCudaContext owner, Pointer pointer) implements Cuda.Memory {
        @Override
        public void close() {
            JCudaDriver.cuCtxSetCurrent(owner.context);
            JCudaDriver.cuMemFreeHost(pointer);
        }
    }
}
