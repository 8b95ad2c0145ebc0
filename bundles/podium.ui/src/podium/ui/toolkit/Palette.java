// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * The colours of the console, each with one meaning, for the light and the dark theme. State is never colour alone:
 * whoever paints adds a shape, hatch or letter. UI thread.
 */
public final class Palette {
    /** A meaning. */
    public enum Name {
        /** A GPU nobody holds. */
        FREE(0x808993, 0x7d8794),
        /** A GPU somebody holds; running. */
        HELD(0x1f6fc4, 0x5aa2f0),
        /** Waits. */
        WAITING(0x7a4bc9, 0xb493f2),
        WARNING(0x946000, 0xe0a63a),
        CRITICAL(0xc4242f, 0xff6b64),
        /** Older than it should be. Painted as a hatch. */
        STALE(0x6b7580, 0x929ba6),
        /** Out of service by choice. Painted as a hatch. */
        CORDONED(0x7d5c2e, 0xc7a26b),
        /** Done well. */
        GOOD(0x1c7c3c, 0x4fba63),
        SELECTED(0x0a3a75, 0xf2f5f8),
        /** What a search found. */
        FOUND(0xd66a00, 0xffe066),
        /** Ground of a selected row. */
        SELECTED_SURFACE(0xd6e6fa, 0x24405f),
        DROP_OK(0x1c7c3c, 0x4fba63),
        DROP_IF(0x946000, 0xe0a63a),
        /** A drop that kills what others do. */
        DROP_EVICTS(0xc4242f, 0xff6b64),
        DROP_NO(0xc4242f, 0xff6b64),
        TEXT(0x1b1f24, 0xe3e7eb),
        /** Text of less weight. */
        MUTED(0x57606a, 0xa0a9b3),
        /** Hair lines between things. */
        LINE(0xd4d9df, 0x3a414a),
        /** Ground of content. */
        SURFACE(0xffffff, 0x1b1f24),
        /** Ground of what lies around content: headers, bars, racks. */
        PANEL(0xf3f5f7, 0x252a31),
        /** Ground of what lies on a panel: nodes. */
        RAISED(0xffffff, 0x2e343c),
        /** Colours that operators give to clusters; they mean what the operator means. */
        MARK_RED(0xb3123e, 0xff7aa2),
        MARK_ORANGE(0xa84b00, 0xf0883e),
        MARK_GREEN(0x1a7f37, 0x56d364),
        MARK_BLUE(0x0a5cc7, 0x6cb0ff),
        MARK_PURPLE(0x7a3fd1, 0xc09bff),
        /** Text that can be clicked. */
        LINK(0x1a62b3, 0x79b5f5);

        private final int light;
        private final int dark;

        Name(int light, int dark) {
            this.light = light;
            this.dark = dark;
        }

        /** 0xRRGGBB in a theme. */
        public int rgb(boolean inDark) {
            return inDark ? dark : light;
        }
    }

    /** How many groups can be told apart by their colours. */
    public static final int GROUPS = 10;

    /** Hues of groups, none of them that of a state on its own; after Paul Tol's bright, light and muted sets. */
    private static final int[] GROUP_RGB = {
        0x4477aa, 0xee8866, 0x228833, 0xaa3377, 0x66ccee, 0xccbb44, 0x8866cc, 0x44aa99, 0xe3a0c0, 0x999933
    };

    private final Listeners<Palette> listeners = new Listeners<>();
    private final Map<Name, Color> colours = new EnumMap<>(Name.class);
    private final Color[] ramp = new Color[256];
    private boolean dark;

    /** Colours of a theme. */
    public Palette(boolean dark) {
        this.dark = dark;
        fill();
    }

    public boolean isDark() {
        return dark;
    }

    /** Changes the theme and tells the listeners. */
    public void use(boolean darkTheme) {
        if (dark != darkTheme) {
            dark = darkTheme;
            fill();
            listeners.tell(this);
        }
    }

    /** The colour of a meaning in the theme of now; ask again after a change of theme. */
    public Color color(Name name) {
        return colours.get(name);
    }

    /**
     * The metric ramp: 0 idle and dark, 1 full and light, in both themes: a picture means the same wherever it is looked at. Values
     * outside 0 to 1 take the nearest end; unknown (NaN) has no colour of the ramp and must not be asked for.
     */
    public Color ramp(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("unknown is painted as a dotted outline, not with a colour of the ramp");
        }
        return ramp[(int) Math.round(Math.clamp(value, 0, 1) * 255)];
    }

    /** The colour of a group, by its number; the same in both themes. */
    public Color group(int number) {
        int rgb = GROUP_RGB[Math.floorMod(number, GROUPS)];
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** A colour of a meaning mixed into the ground of content, faint enough to read text on. */
    public Color tint(Name name) {
        return mix(name.rgb(dark), Name.SURFACE.rgb(dark), 0.18);
    }

    private static Color mix(int over, int ground, double share) {
        return new Color(
                channel(over, ground, share, 16), channel(over, ground, share, 8), channel(over, ground, share, 0));
    }

    private static int channel(int over, int ground, double share, int shift) {
        return (int) Math.round((over >> shift & 0xff) * share + (ground >> shift & 0xff) * (1 - share));
    }

    /** The text colour, black or white, that reads best on a ground: one of the two has a contrast of 4.5 on any. */
    public Color on(Color ground) {
        return Viridis.luminance(ground.getRGB()) > 0.18 ? new Color(0, 0, 0) : new Color(0xff, 0xff, 0xff);
    }

    /** Hears of a change of theme; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(palette -> listener.run());
    }

    private void fill() {
        for (Name name : Name.values()) {
            int rgb = name.rgb(dark);
            colours.put(name, new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
        }
        for (int i = 0; i < ramp.length; i++) {
            RGB rgb = Viridis.at(i / 255.0);
            ramp[i] = new Color(rgb);
        }
    }
}
