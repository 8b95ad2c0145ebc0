// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import podium.ui.kit.Icon;
import podium.ui.kit.Palette;

/** An icon with the meaning its colour has. */
public record Mark(Icon icon, Palette.Name tone) {}
