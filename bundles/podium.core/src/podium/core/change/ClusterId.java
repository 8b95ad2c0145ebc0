// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

/** Identity of a cluster within one console: the name it is shown by, unique in the fleet. */
public record ClusterId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
