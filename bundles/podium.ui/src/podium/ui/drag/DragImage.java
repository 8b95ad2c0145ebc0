// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.widgets.Display;
import podium.core.fleet.Holdings;
import podium.placement.Subject;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;

/** The small card under the pointer: name, GPUs, tasks. */
final class DragImage {
    private static final int WIDTH = 208;
    private static final int HEIGHT = 44;

    private DragImage() {}

    /** A new image; whoever asked disposes it. */
    static Image draw(Display display, Theme theme, Subject subject) {
        ImageGcDrawer drawer = (gc, width, height) -> paint(gc, theme, subject);
        return new Image(display, drawer, WIDTH, HEIGHT);
    }

    /** What is being dragged, in numbers: 16 GPUs, 2 tasks. */
    static String numbers(Subject subject) {
        int gpus = subject.wholeJob() ? Holdings.wanted(subject.job()) : Holdings.wanted(subject.tasks());
        int tasks = subject.wholeJob()
                ? subject.job().getWantedTasks()
                : subject.tasks().size();
        return Formats.counted(gpus, "GPU") + ", " + Formats.counted(tasks, "task");
    }

    private static void paint(GC gc, Theme theme, Subject subject) {
        gc.setBackground(theme.color(Name.RAISED));
        gc.fillRectangle(0, 0, WIDTH, HEIGHT);
        gc.setForeground(theme.color(Name.SELECTED));
        gc.drawRectangle(0, 0, WIDTH - 1, HEIGHT - 1);
        gc.setAntialias(SWT.ON);
        Icon icon = subject.wholeJob() ? Icon.JOB : Icon.TASK;
        gc.drawImage(theme.image(icon, Name.TEXT), 8, 6);
        gc.setForeground(theme.color(Name.TEXT));
        String name = subject.tasks().size() == 1
                ? SafeText.line(subject.tasks().getFirst().getName())
                : SafeText.line(subject.job().getName());
        gc.drawText(TextShortener.middle(name, WIDTH - 40, text -> gc.textExtent(text).x), 32, 4, true);
        gc.setForeground(theme.color(Name.MUTED));
        gc.drawText(numbers(subject), 32, 23, true);
    }
}
