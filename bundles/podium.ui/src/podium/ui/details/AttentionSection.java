// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.ui.attention.AttentionLine;
import podium.ui.attention.AttentionModel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.KeyTarget;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** What needs attention in what is shown, above its properties: Enter or a double click goes there. UI thread. */
public final class AttentionSection {
    /** Percents of the page that it takes at most: of more lines the rest is scrolled to. */
    private static final int SHARE = 60;

    /** Rows that it has however low the page is. */
    private static final int LEAST = 3;

    private static final StateIcon WELL = new StateIcon(Icon.DONE, Name.GOOD);
    private static final StateIcon UNTOLD = new StateIcon(Icon.UNKNOWN, Name.MUTED);
    private static final StateIcon READING = new StateIcon(Icon.CONNECTING, Name.WAITING);

    private final AttentionModel model;
    private final Composite page;
    private final RowTable<Piece> table;
    private final Label more;
    private final RowFollower<Piece> follower;
    private Optional<EObject> shown = Optional.empty();

    /** A row of the table: of a line as much as fits beside the others. */
    private record Piece(Optional<AttentionLine> line, String words, Optional<StateIcon> mark) {}

    /** @param open goes to what a line is about */
    public AttentionSection(Composite page, UiServices services, AttentionModel model, Consumer<AttentionLine> open) {
        this.model = model;
        this.page = page;
        String title = Texts.of("AttentionSection.needsAttention");
        table = RowTable.table(
                page,
                services.theme(),
                List.of(Column.<Piece>text("words", title, 200, Form.PARAGRAPH, Piece::words)
                        .marked(Piece::mark)),
                title);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        table.control().moveAbove(null);
        more = services.theme().dress(new Label(page, SWT.NONE), Name.SURFACE, Name.MUTED);
        more.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        more.moveBelow(table.control());
        table.tip(piece -> piece.line()
                .map(line -> Texts.of("AttentionSection.enterGoesThere", line.words()))
                .orElse(""));
        table.onOpen(piece -> piece.line().ifPresent(open));
        KeyTarget.rows(table.control(), this::things);
        follower = new RowFollower<>(table, piece -> piece, this::again).brief();
        new Subscriptions(table.control()).add(model.listen(this::again));
        table.control().addListener(SWT.Resize, event -> again());
    }

    /** The list. */
    public NatTable rows() {
        return table.control();
    }

    /** What the marked lines are about. */
    public List<EObject> things() {
        return table.marked().stream()
                .flatMap(piece -> piece.line().stream())
                .flatMap(line -> line.things().stream())
                .distinct()
                .toList();
    }

    /** Shows what needs attention in another thing, or in the same one now; its place is laid out by the page. */
    public void show(EObject thing) {
        boolean same = shown.filter(it -> it == thing).isPresent();
        shown = Optional.of(thing);
        Rows<Piece> rows = rows(thing);
        if (same) {
            follower.follow(rows);
        } else {
            table.show(rows);
        }
        GridData data = (GridData) table.control().getLayoutData();
        data.exclude = rows.size() == 0;
        table.control().setVisible(!data.exclude);
        int all = table.control().getPreferredHeight();
        int whole = whole(rows, all);
        int trim = table.control().computeTrim(0, 0, 0, 0).height; // the layout adds it
        data.heightHint = all - (rows.size() - whole) * RowTable.ROW_HEIGHT - trim;
        boolean cut = whole < rows.size();
        WidgetText.set(
                more,
                cut
                        ? Texts.of(
                                "AttentionSection.inAll",
                                Formats.count(model.lines(thing).size()))
                        : "");
        more.setVisible(cut);
        ((GridData) more.getLayoutData()).exclude = !cut;
    }

    /** Rows that have room: of the lines each that stands there is whole. */
    private int whole(Rows<Piece> rows, int all) {
        int beyond = all - page.getClientArea().height * SHARE / 100;
        if (beyond <= 0 || rows.size() <= LEAST) {
            return rows.size();
        }
        int left = Math.ceilDiv(beyond, RowTable.ROW_HEIGHT) + 1; // the one tells that there are more
        int whole = Math.max(LEAST, rows.size() - left);
        while (whole > LEAST && rows.all().get(whole).item().mark().isEmpty()) {
            whole--;
        }
        return whole;
    }

    private void again() {
        if (!table.control().isDisposed() && table.control().isVisible()) {
            int before = ((GridData) table.control().getLayoutData()).heightHint;
            shown.ifPresent(this::show);
            if (((GridData) table.control().getLayoutData()).heightHint != before) {
                page.layout();
            }
        }
    }

    private Rows<Piece> rows(EObject thing) {
        Optional<Cluster> cluster = FleetLabels.cluster(thing);
        boolean overview = thing instanceof Cluster || thing instanceof Domain;
        if (cluster.isEmpty() || !overview && !(thing instanceof Node)) {
            return Rows.none();
        }
        List<Row<Piece>> rows = new ArrayList<>();
        List<AttentionLine> lines = model.lines(thing);
        lines.forEach(line ->
                add(line.key(), Optional.of(line), line.words(), line.kind().mark(), rows));
        if (lines.isEmpty() && overview) {
            boolean known = model.isKnown(cluster.get());
            add("none", Optional.empty(), calm(cluster.get(), known), known ? WELL : READING, rows);
        }
        if (overview && Snapshots.is(cluster.get())) {
            add("idle", Optional.empty(), Texts.of("AttentionSection.idleThen"), UNTOLD, rows);
        }
        return new Rows<>(rows);
    }

    private static String calm(Cluster cluster, boolean known) {
        return !known
                ? Texts.of("AttentionSection.notKnownYet")
                : Snapshots.is(cluster)
                        ? Texts.of("AttentionSection.nothingThen")
                        : Texts.of("AttentionSection.nothing");
    }

    /** A line that takes other rows than before is another one: none of them comes between those of others. */
    private void add(String key, Optional<AttentionLine> line, String words, StateIcon mark, List<Row<Piece>> rows) {
        List<String> pieces = LineWrap.lines(table.control(), words, LineWrap.roomInRow(table.control()));
        for (int i = 0; i < pieces.size(); i++) {
            rows.add(new Row<>(
                    key + "/" + pieces.size() + "/" + i,
                    new Piece(line, pieces.get(i), i == 0 ? Optional.of(mark) : Optional.empty())));
        }
    }
}
