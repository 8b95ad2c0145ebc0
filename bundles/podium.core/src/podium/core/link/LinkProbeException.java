// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

/** Nothing could be measured; the message is a sentence that says why and what to do. */
public final class LinkProbeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LinkProbeException(String message) {
        super(message);
    }
}
