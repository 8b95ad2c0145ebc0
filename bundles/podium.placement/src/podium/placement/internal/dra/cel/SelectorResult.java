// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

/**
 * What a selector says of a device.
 *
 * @param error why it cannot say; empty: it can
 */
public record SelectorResult(boolean matches, String error) {
    public static final SelectorResult YES = new SelectorResult(true, "");
    public static final SelectorResult NO = new SelectorResult(false, "");
}
