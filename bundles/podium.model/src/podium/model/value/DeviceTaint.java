// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A taint of one device (KEP-5055).
 *
 * @param taint its effect is NoSchedule, NoExecute, or None, which does nothing and shows what NoExecute would do
 * @param rule name of the DeviceTaintRule that sets it; empty: the driver does, in the ResourceSlice
 */
public record DeviceTaint(Taint taint, String rule) {
    /** True when nothing new is put on the device that does not tolerate it. */
    public boolean keepsOff() {
        return taint.effect().equals("NoSchedule") || taint.effect().equals("NoExecute");
    }

    /** As kubectl writes a taint: key=value:effect. */
    public String words() {
        return taint.words();
    }
}
