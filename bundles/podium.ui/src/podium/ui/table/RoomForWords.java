// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.swt.SWT;
import podium.ui.toolkit.Repaint;

/**
 * Gives columns whose words are cut the room that the words of others leave, until the table gets another size: first the one that takes
 * what room is left, though a sentence that is cut anyway gives what makes short words whole. A column whose width the operator chose
 * keeps it, and so do those of numbers. UI thread.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class RoomForWords {
    /** Pixels. */
    private static final int LEAST = 40;

    /** Such a part of what a sentence has is given for words of others. */
    private static final int PART = 4;

    private final NatTable table;
    private final DataLayer body;
    private final ColumnWidths widths;
    private final NarrowColumns narrow;
    private final int wide;
    private final Repaint give;
    /** What the words of columns need, their labels included, as far as they were seen. */
    private final Map<Integer, Integer> wanted = new HashMap<>();

    private final Map<Integer, Integer> labels = new HashMap<>();
    /** The widths that were given, for it may be that somebody changes them. */
    private final Map<Integer, Integer> given = new HashMap<>();

    private final Set<Integer> chosen = new HashSet<>();
    /** A scroll bar that comes or goes with what is given gives the table no other size. */
    private boolean giving;

    /**
     * @param narrow hears what the first column needs
     * @param wide number of the column that what room is left goes to
     */
    RoomForWords(NatTable table, RowLayerStack<?> stack, ColumnWidths widths, NarrowColumns narrow, int wide) {
        this.narrow = narrow;
        this.table = table;
        this.body = stack.body;
        this.widths = widths;
        this.wide = wide;
        this.give = Repaint.of(table, Duration.ZERO, this::give);
        table.addListener(SWT.Resize, event -> {
            if (!giving) {
                wanted.clear();
                given.clear();
                widths.takeBack();
            }
        });
    }

    /** The operator chose the width of a column: it is lent nothing, and lends nothing. */
    void chosen(int column) {
        chosen.add(column);
    }

    /** Whether what room is left goes to a column, which has some for others then, numbers or not. */
    boolean takesTheRest(int column) {
        return column == wide;
    }

    /** The label of a column needs so many pixels. */
    void label(int column, int width) {
        labels.put(column, width);
    }

    /** Where numbers of a column end, in pixels from its start: near its other side where it takes what room is left. */
    int numbersEnd(int column, int declared, int width) {
        return takesTheRest(column) ? Math.min(width, Math.max(declared, labels.getOrDefault(column, 0))) : width;
    }

    /** All of what a cell says needs so many pixels of those that there are for it. */
    void needs(int column, int width, int there) {
        boolean more = wanted.getOrDefault(column, 0) < width;
        wanted.merge(column, width, Math::max);
        int now = body.getColumnWidthByPosition(column);
        boolean other = given.getOrDefault(column, 0) != now;
        if (now > 0 && (column == wide && more || width > there && (more || other))) {
            give.request();
        }
    }

    private void give() {
        giving = true;
        try {
            share();
        } finally {
            giving = false;
        }
    }

    private void share() {
        widths.takeBack();
        narrow.first(wanted.getOrDefault(0, 0));
        int over = Math.max(0, body.getWidth() - table.getClientArea().width);
        int first = over + Math.max(0, -spare(wide));
        List<Integer> others = IntStream.range(0, body.getColumnCount())
                .filter(column -> column != wide)
                .boxed()
                .sorted(Comparator.comparing(this::spare).reversed())
                .toList();
        int missing = first
                + others.stream()
                        .mapToInt(column -> Math.max(0, -spare(column)))
                        .sum();
        int room = Math.clamp(spare(wide), 0, missing);
        for (int column : others) {
            int less = Math.clamp(spare(column), 0, missing - room);
            lend(column, -less);
            room += less;
        }
        int sentence = body.getColumnWidthByPosition(wide);
        int gives =
                room >= first || over > 0 ? 0 : Math.clamp(sentence - body.getMinColumnWidth(wide), 0, sentence / PART);
        room -= Math.min(room, first);
        for (int column : others) {
            int needs = Math.max(0, -spare(column));
            int more = Math.min(needs, room);
            room -= more;
            int rest = needs - more <= gives ? needs - more : 0;
            gives -= rest;
            lend(column, more + rest);
        }
        wanted.keySet().forEach(column -> given.put(column, body.getColumnWidthByPosition(column)));
    }

    private void lend(int column, int more) {
        if (more != 0) {
            widths.lend(column, body.getColumnWidthByPosition(column) + more);
        }
    }

    /** How much wider a column is than its words; less than nothing where they are cut. */
    private int spare(int column) {
        int now = body.getColumnWidthByPosition(column);
        if (now == 0 || column != wide && chosen.contains(column) || !wanted.containsKey(column)) {
            return 0;
        }
        int words = Math.max(wanted.get(column), labels.getOrDefault(column, 0));
        return now - Math.max(words, column == wide ? 0 : LEAST);
    }
}
