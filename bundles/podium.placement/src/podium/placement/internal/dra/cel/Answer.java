// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

/**
 * What a selector says of a device.
 *
 * @param error why it cannot say; empty: it can
 */
public record Answer(boolean matches, String error) {
    public static final Answer YES = new Answer(true, "");
    public static final Answer NO = new Answer(false, "");
}
