// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import podium.gpu.texts.Texts;

/** A call of the CUDA driver failed; the message says which and why. */
public final class CudaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CudaException(String call, int code, String name) {
        super(Texts.of("CudaException.answers", call, name, code));
    }
}
