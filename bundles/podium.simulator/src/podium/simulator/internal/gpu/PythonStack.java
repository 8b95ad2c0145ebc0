// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.util.List;

/**
 * What {@code py-spy dump} prints of a rank (py-spy README, "dump"): it computes while its accelerators are at work, and waits for the
 * others where they are not.
 */
final class PythonStack {
    private static final double AT_WORK = 0.05;

    private PythonStack() {}

    static String of(List<NodeReadings.Measured> seen) {
        boolean works = seen.stream().anyMatch(gpu -> gpu.reading().load().active() > AT_WORK);
        return "Process 1: python3 train.py\nPython v3.12.3 (/usr/bin/python3.12)\n\n" + (works ? """
            Thread 1 (active+gil): "MainThread"
                backward (torch/autograd/graph.py:829)
                backward (torch/_tensor.py:648)
                train_step (train.py:118)
                main (train.py:203)
                <module> (train.py:221)
            """ : """
                Thread 1 (idle): "MainThread"
                    all_reduce (torch/distributed/distributed_c10d.py:2810)
                    reduce_gradients (train.py:96)
                    train_step (train.py:124)
                    main (train.py:203)
                    <module> (train.py:221)
                """);
    }
}
