// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

/** NVML cannot be used at all; the message says why and what to do. */
public class NvmlException extends Exception {
    private static final long serialVersionUID = 1L;

    NvmlException(String message) {
        super(message);
    }
}
