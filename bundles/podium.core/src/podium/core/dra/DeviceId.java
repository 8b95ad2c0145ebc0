// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

/** Names one device of the cluster. */
public record DeviceId(String driver, String pool, String device) {
    @Override
    public String toString() {
        return driver + "/" + pool + "/" + device;
    }
}
