// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import java.util.Optional;
import podium.core.link.LinkProbeException;
import podium.core.link.PeerAccess;
import podium.gpu.internal.cuda.Cuda.Context;
import podium.gpu.internal.cuda.Cuda.Memory;

/** Run in a process of its own: the real JCuda upon whatever libcuda.so.1 the dynamic linker finds. */
final class CudaChild {
    private static final long MEBI = 1 << 20;

    private CudaChild() {}

    public static void main(String[] arguments) {
        Optional<String> absence = CudaAbsence.look();
        System.out.println("look: " + absence.orElse("there"));
        try {
            Cuda cuda = new JCudaDriverApi();
            System.out.println("version: " + cuda.version());
            cuda.devices().forEach(device -> System.out.println("device: " + device));
            PeerAccess terms = cuda.terms(0, 1);
            System.out.println("terms: " + terms);
            copy(cuda, terms.access());
        } catch (LinkProbeException e) {
            System.out.println("none: " + e.getMessage());
        } catch (CudaException e) {
            System.out.println("failed: " + e.getMessage());
        }
    }

    private static void copy(Cuda cuda, boolean access) {
        try (Context one = cuda.open(0);
                Context other = cuda.open(1);
                Memory mine = one.allocate(64 * MEBI);
                Memory theirs = other.allocate(64 * MEBI);
                Memory host = one.allocateHost(64 * MEBI)) {
            if (access) {
                one.reach(other);
                one.reach(other);
                other.reach(one);
            }
            System.out.printf("host to device: %.6f%n", one.copy(host, mine, 64 * MEBI, 2));
            System.out.printf("device to host: %.6f%n", one.copy(mine, host, 64 * MEBI, 1));
            System.out.printf("there: %.6f%n", one.copy(mine, theirs, 64 * MEBI, 1));
            System.out.printf("back: %.6f%n", other.copy(theirs, mine, 64 * MEBI, 1));
            System.out.printf("small: %.6f%n", other.copy(theirs, mine, 4, 10));
        }
    }
}
