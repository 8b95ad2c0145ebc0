// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PendingOpens;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.ConnectionNotice;
import podium.ui.topology.texts.Texts;

/** Writes what is the matter with a cluster where the cluster is drawn: what happened, since when, what to do. UI thread. */
final class NoticePainter {
    private static final int PADDING = 8;

    private final CanvasColours inks;
    private final TextPainter texts;

    NoticePainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Says why there is nothing and what to do next. */
    void empty(GC gc, PendingOpens.Empty empty, int width, int height) {
        String why = empty.reason();
        String next = empty.next();
        int y = height / 3 - texts.label().height();
        gc.setForeground(inks.of(Name.TEXT));
        texts.label().draw(gc, why, (width - texts.label().width(gc, why)) / 2, y);
        String fitted = texts.label().fit(gc, next, width - 2 * PADDING);
        gc.setForeground(inks.of(Name.MUTED));
        texts.label()
                .draw(
                        gc,
                        fitted,
                        (width - texts.label().width(gc, fitted)) / 2,
                        y + texts.label().height() + 4);
    }

    /** Paints the notice of a cluster, where there is one, into the part of the cluster that is seen. */
    void paint(GC gc, PaintState picture, Box cluster, Instant now) {
        ConnectionNotice.of(cluster.cluster()).ifPresent(notice -> paint(gc, picture, cluster, notice, now));
    }

    private void paint(GC gc, PaintState picture, Box cluster, ConnectionNotice notice, Instant now) {
        PixelRect whole = BoxPainter.area(picture, cluster);
        PixelRect seen = whole.common(
                new PixelRect(0, 0, picture.view().width(), picture.view().height()));
        if (seen.width() < 60 || seen.height() < texts.label().height() * 2) {
            return;
        }
        boolean empty = cluster.children().isEmpty();
        int room = Math.min(seen.width() - 24, 620) - 2 * PADDING;
        List<String> lines = new ArrayList<>(texts.label().wrap(gc, what(notice, now), room));
        int first = lines.size();
        notice.advice().ifPresent(advice -> lines.addAll(texts.label().wrap(gc, advice, room)));
        int width = lines.stream()
                        .mapToInt(line -> texts.label().width(gc, line))
                        .max()
                        .orElse(0)
                + 2 * PADDING
                + 4;
        int x = seen.x() + (seen.width() - width) / 2;
        int header = picture.view()
                .y(picture.layout().of(cluster).y() + picture.layout().header(cluster));
        int most = (seen.bottom() - Math.max(seen.y(), header) - 2 * PADDING)
                / texts.label().height();
        if (lines.size() > Math.max(1, most)) {
            lines.subList(Math.max(1, most) - 1, lines.size()).clear();
            lines.add("\u2026"); // Fleet has all of it
        }
        int height = lines.size() * texts.label().height() + 2 * PADDING - 4;
        // at the bottom, since the names of what is in it stand at the top
        int y = empty ? seen.y() + (seen.height() - height) / 2 : seen.bottom() - height - 2;
        y = Math.max(y, Math.max(seen.y(), header) + 1);
        Color ink = inks.of(notice.problem() ? Name.CRITICAL : Name.WAITING);
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(x, y, width, height);
        gc.setForeground(ink);
        gc.drawRectangle(x, y, width - 1, height - 1);
        gc.setBackground(ink);
        gc.fillRectangle(x, y, 4, height);
        for (int i = 0; i < lines.size(); i++) {
            gc.setForeground(i < first && notice.problem() ? ink : inks.of(Name.TEXT));
            texts.label()
                    .draw(
                            gc,
                            lines.get(i),
                            x + PADDING + 4,
                            y + PADDING - 2 + i * texts.label().height());
        }
    }

    private static String what(ConnectionNotice notice, Instant now) {
        return notice.since().isEmpty()
                ? notice.what()
                : Texts.of(
                        "NoticePainter.since",
                        notice.what(),
                        Formats.lasting(notice.since().get(), now));
    }
}
