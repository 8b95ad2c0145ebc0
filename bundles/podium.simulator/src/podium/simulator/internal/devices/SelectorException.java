// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

/** A selector that cannot be read, or that fails on a device. */
final class SelectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SelectorException(String message) {
        super(message);
    }
}
