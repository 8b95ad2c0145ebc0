// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.link.PeerAccess;
import podium.gpu.internal.cuda.Cuda;
import podium.gpu.internal.cuda.CudaDevice;
import podium.gpu.internal.cuda.CudaException;

/** A CUDA driver whose links are as fast as a test says; it counts what is open. */
final class FakeCuda implements Cuda {
    static final int HOST = -1;

    final List<CudaDevice> devices = new ArrayList<>();
    /** Bytes a second by way; else 20 GB/s. */
    final Map<List<Integer>, Double> speeds = new HashMap<>();

    final List<String> events = new ArrayList<>();
    boolean access = true;
    int broken = Integer.MIN_VALUE;
    double start = 3e-6;
    Runnable onCopy = () -> {};
    int open;
    int mostOpen;
    long bytes;
    long mostBytes;

    FakeCuda(int count) {
        for (int i = 0; i < count; i++) {
            devices.add(new CudaDevice(
                    i, "GPU-" + i, "H100", "0000:0" + i + ":00.0", "9.0", OptionalInt.of(132), OptionalInt.of(3)));
        }
    }

    void speed(int from, int to, double bytesPerSecond) {
        speeds.put(List.of(from, to), bytesPerSecond);
    }

    @Override
    public int version() {
        return 12080;
    }

    @Override
    public List<CudaDevice> devices() {
        return List.copyOf(devices);
    }

    @Override
    public PeerAccess terms(int from, int to) {
        return new PeerAccess(access, OptionalInt.of(0), Optional.of(true));
    }

    @Override
    public Context open(int ordinal) {
        if (ordinal == broken) {
            throw new CudaException("cuDevicePrimaryCtxRetain", 46, "CUDA_ERROR_DEVICE_UNAVAILABLE");
        }
        open++;
        mostOpen = Math.max(mostOpen, open);
        return new FakeContext(ordinal);
    }

    private record FakeMemory(FakeCuda cuda, int at, long bytes) implements Memory {
        @Override
        public void close() {
            cuda.bytes -= bytes;
        }
    }

    private FakeMemory take(int at, long size) {
        bytes += size;
        mostBytes = Math.max(mostBytes, bytes);
        return new FakeMemory(this, at, size);
    }

    private final class FakeContext implements Context {
        private final int ordinal;
        private final List<Integer> reached = new ArrayList<>();

        FakeContext(int ordinal) {
            this.ordinal = ordinal;
        }

        @Override
        public int ordinal() {
            return ordinal;
        }

        @Override
        public Memory allocate(long size) {
            return take(ordinal, size);
        }

        @Override
        public Memory allocateHost(long size) {
            return take(HOST, size);
        }

        @Override
        public void reach(Context other) {
            reached.add(other.ordinal());
            events.add(ordinal + " reaches " + other.ordinal());
        }

        @Override
        public double copy(Memory from, Memory to, long size, int times) {
            onCopy.run();
            int one = ((FakeMemory) from).at;
            int other = ((FakeMemory) to).at;
            events.add(one + ">" + other);
            return times * (start + size / speeds.getOrDefault(List.of(one, other), 20e9));
        }

        @Override
        public void close() {
            open--;
        }
    }
}
