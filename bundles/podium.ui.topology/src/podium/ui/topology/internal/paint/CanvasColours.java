// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;

/** Colours of the canvas, mixed from the theme's. Made anew when the theme changes. UI thread. */
final class CanvasColours {
    private final Palette palette;
    private final Map<Integer, Color> mixes = new HashMap<>();
    private final Map<Color, Color> texts = new HashMap<>();

    CanvasColours(Palette palette) {
        this.palette = palette;
    }

    Color of(Name name) {
        return palette.color(name);
    }

    /** A step of the metric ramp, 0 to 255. */
    Color ramp(int step) {
        return palette.ramp(step / 255.0);
    }

    /** The colour of a group. */
    Color group(int number) {
        return palette.group(number);
    }

    /** What went wrong and was put right: no act is due, so it has none of the colours that ask for one. */
    Color corrected() {
        return mix(Name.MUTED, Name.RAISED, 60);
    }

    /** The text colour that reads best on a ground. */
    Color on(Color ground) {
        return texts.computeIfAbsent(ground, palette::on);
    }

    /** {@code percent} of one colour, the rest of another. */
    Color mix(Name name, Name ground, int percent) {
        int key = (name.ordinal() * 64 + ground.ordinal()) * 128 + percent;
        return mixes.computeIfAbsent(key, k -> mix(of(name), of(ground), percent));
    }

    static Color mix(Color a, Color b, int percent) {
        return new Color(
                channel(a.getRed(), b.getRed(), percent),
                channel(a.getGreen(), b.getGreen(), percent),
                channel(a.getBlue(), b.getBlue(), percent));
    }

    private static int channel(int a, int b, int percent) {
        return (a * percent + b * (100 - percent)) / 100;
    }
}
