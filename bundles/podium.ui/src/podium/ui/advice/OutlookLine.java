// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EObject;
import podium.core.whatif.Outlook;
import podium.ui.kit.Formats;
import podium.ui.kit.Icon;
import podium.ui.kit.Palette.Name;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Mark;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.words.Things;

/**
 * A line of the answer to a question.
 *
 * @param answer in a word: fits, starts, waits
 * @param what whom it is about
 * @param words where, or why not
 * @param thing what it is about, to be selected; empty: it exists only in the question
 */
record OutlookLine(Mark mark, String answer, String what, String words, Optional<EObject> thing) {
    private static final Mark YES = new Mark(Icon.FITS, Name.GOOD);
    private static final Mark NO = new Mark(Icon.DOES_NOT_FIT, Name.CRITICAL);
    private static final Mark PARTLY = new Mark(Icon.FITS_IF, Name.WARNING);
    private static final Mark SAME = new Mark(Icon.WAITING, Name.WAITING);
    private static final Mark SUM = new Mark(Icon.INFO, Name.MUTED);

    static List<Column<OutlookLine, ?>> columns() {
        return List.of(
                Column.<OutlookLine>text("answer", "answer", 160, Form.SENTENCE, OutlookLine::answer)
                        .marked(line -> Optional.of(line.mark())),
                Column.text("what", "what", 190, Form.NAME, OutlookLine::what),
                Column.text("words", "where, or why not", 260, Form.SENTENCE, OutlookLine::words));
    }

    /** The answer from its most telling line on: supposed jobs, what loses its place, what waits, the sum. */
    static Rows<OutlookLine> rows(Outlook outlook) {
        List<OutlookLine> lines = new ArrayList<>();
        outlook.submitted().forEach(it -> lines.add(submitted(it)));
        outlook.displaced().forEach(it -> lines.add(displaced(it)));
        outlook.waiting().forEach(it -> lines.add(waiting(it)));
        lines.add(sum(outlook));
        List<Row<OutlookLine>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Row<>(i + "/" + lines.get(i).what(), lines.get(i), 0, Fold.NONE));
        }
        return new Rows<>(rows);
    }

    private static OutlookLine submitted(Outlook.Submitted it) {
        String what = it.job().tasks() + " x " + it.job().gpus() + " GPUs";
        return new OutlookLine(
                it.fits() ? YES : NO, it.fits() ? "fits" : "does not fit", what, it.words(), Optional.empty());
    }

    private static OutlookLine displaced(Outlook.Displaced it) {
        boolean all = it.placed() == it.tasks();
        String answer = all ? "restarts elsewhere" : it.placed() == 0 ? "loses its place" : "partly restarts";
        String cost = "; " + Formats.counted(it.tasks(), "task") + ", " + hours(it.gpuHours());
        return new OutlookLine(
                all ? PARTLY : NO, answer, Things.name(it.job()), it.words() + cost, Optional.of(it.job()));
    }

    /** GPU-hours lost; what started at an unknown time has lost an unknown amount. */
    static String hours(OptionalDouble hours) {
        return hours.isEmpty()
                ? "unknown how many GPU-hours are lost"
                : String.format(Locale.ROOT, "%.1f GPU-hours lost", hours.getAsDouble());
    }

    private static OutlookLine waiting(Outlook.Waiting it) {
        String answer = it.changes()
                ? it.startsThen() ? "would start" : "would wait"
                : it.startsThen() ? "starts either way" : "waits either way";
        Mark mark = it.changes() ? it.startsThen() ? YES : NO : SAME;
        return new OutlookLine(mark, answer, Things.name(it.job()), it.words(), Optional.of(it.job()));
    }

    private static OutlookLine sum(Outlook outlook) {
        return new OutlookLine(
                SUM,
                "GPUs free",
                Formats.count((int) outlook.now().free()) + " now, "
                        + Formats.count((int) outlook.then().free()) + " then",
                "of " + Formats.count((int) outlook.now().gpus()) + " now, "
                        + Formats.count((int) outlook.then().gpus()) + " then; answered in "
                        + outlook.took().toMillis() + " ms",
                Optional.empty());
    }
}
