// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

/**
 * A device chosen for a request.
 *
 * @param request the request
 * @param device the device
 */
record AllocatedDevice(DeviceRequest request, PoolDevice device) {}
