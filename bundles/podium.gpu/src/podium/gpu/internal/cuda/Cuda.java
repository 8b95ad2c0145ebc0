// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import java.util.List;
import podium.core.link.PeerAccess;

/**
 * The CUDA driver API, initialized. All of it, contexts and memory included, on one platform thread: the driver keeps the
 * current context by thread of the system.
 */
public interface Cuda {
    /** Version of CUDA the driver speaks: 12080 is 12.8. */
    int version();

    /** The devices this process may see, in the order of CUDA. */
    List<CudaDevice> devices();

    /** On what terms a device reaches the memory of another. Ordinals of CUDA. */
    PeerAccess terms(int from, int to);

    /** Retains the primary context of a device. Closing releases it. */
    Context open(int ordinal);

    /** A device that can be worked with. */
    interface Context extends AutoCloseable {
        int ordinal();

        /** Memory of the device. */
        Memory allocate(long bytes);

        /** Page-locked memory of the host. */
        Memory allocateHost(long bytes);

        /** Lets this device reach the memory of the other until either is closed. */
        void reach(Context other);

        /**
         * Copies the beginning of one memory to another, so many times in one stream of this device.
         *
         * @return seconds that all took together, by events of the device
         */
        double copy(Memory from, Memory to, long bytes, int times);

        @Override
        void close();
    }

    /** Memory that is given back when it is closed. */
    interface Memory extends AutoCloseable {
        @Override
        void close();
    }
}
