// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

/**
 * Names one device of the cluster.
 *
 * @param driver name of the driver, such as gpu.nvidia.com
 * @param pool in which the driver publishes it
 * @param device its name in the pool
 */
public record DeviceId(String driver, String pool, String device) {
    @Override
    public String toString() {
        return driver + "/" + pool + "/" + device;
    }
}
