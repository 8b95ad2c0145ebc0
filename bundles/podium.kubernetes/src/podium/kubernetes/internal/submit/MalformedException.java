// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import podium.operation.submit.Manifest.Flaw;

/** A YAML or JSON text is malformed; the message says where and why. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Flaw flaw;

    MalformedException(Flaw flaw) {
        super(flaw.words(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
