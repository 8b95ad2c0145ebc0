// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette;

/** An icon with the meaning its colour has. */
public record StateIcon(Icon icon, Palette.Name tone) {}
