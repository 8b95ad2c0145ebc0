// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.Bullet;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Lines of text, each behind an icon, however many they are: wrapped, scrolled, and selected to be copied. UI thread. */
public final class IconLines {
    private static final int GAP = 5;
    private static final int SPACING = 5;

    private final Theme theme;
    private final StyledText text;
    private Map<Bullet, Image> images = Map.of();

    /** One line with its icon. */
    public record Line(Icon icon, Palette.Name tone, String words) {}

    /**
     * In a parent that has a grid.
     *
     * @param name what it is, for a screen reader
     */
    public IconLines(Composite parent, Theme theme, String name) {
        this.theme = theme;
        text = theme.dress(new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL));
        text.setAlwaysShowScrollBars(false);
        text.setLineSpacing(SPACING);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(text, name);
        text.addPaintObjectListener(event -> {
            Image image = images.get(event.bullet);
            if (image != null) {
                int middle = (event.ascent + event.descent - image.getBounds().height) / 2;
                event.gc.drawImage(image, event.x, event.y + middle);
            }
        });
    }

    /** Shows these, from the first. */
    public void show(List<Line> lines) {
        text.setText(lines.stream().map(line -> SafeText.line(line.words())).collect(Collectors.joining("\n")));
        Map<Bullet, Image> drawn = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Image image = theme.image(line.icon(), line.tone());
            Rectangle size = image.getBounds();
            StyleRange room = new StyleRange();
            room.metrics = new GlyphMetrics(0, 0, size.width + GAP);
            Bullet bullet = new Bullet(ST.BULLET_CUSTOM, room);
            drawn.put(bullet, image);
            text.setLineBullet(i, 1, bullet);
            text.setLineWrapIndent(i, 1, size.width + GAP);
            int length = text.getLine(i).length();
            StyleRange tone = new StyleRange();
            tone.start = text.getOffsetAtLine(i);
            tone.length = length;
            tone.foreground = theme.color(line.tone() == Palette.Name.MUTED ? Palette.Name.TEXT : line.tone());
            text.setStyleRange(tone);
        }
        images = drawn;
    }

    /** As high as so many lines that are not wrapped. */
    public int height(int lines) {
        return lines * (text.getLineHeight() + SPACING);
    }

    /** As high as all of it needs to be at this width. */
    public int needed(int width) {
        return text.getCharCount() == 0 ? 0 : text.computeSize(Math.max(1, width), SWT.DEFAULT, true).y;
    }

    /** Takes so much of the height of its parent, which is not laid out again; 0: it is left out. */
    public void take(int height) {
        GridData data = (GridData) text.getLayoutData();
        data.heightHint = height;
        data.exclude = height == 0;
        text.setVisible(height > 0);
    }
}
