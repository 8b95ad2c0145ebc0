// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.security.cert.CertificateException;
import podium.kubernetes.texts.Texts;

/** A certificate was issued for other names than the one that is asked for. */
final class OtherNameException extends CertificateException {
    private static final long serialVersionUID = 1L;

    OtherNameException(String name) {
        super(Texts.of("OtherNameException.noNameMatching", name));
    }
}
